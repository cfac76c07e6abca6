using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace Playground.Hosting;

/// <summary>What a first visit loads: every file of the site, since the service worker keeps them all.</summary>
/// <param name="Files">How many.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Compressed">Their bytes as a web host sends them, by gzip.</param>
internal sealed record SiteSize(int Files, long Bytes, long Compressed)
{
    public static SiteSize Of(IEnumerable<byte[]> contents)
    {
        int files = 0;
        long bytes = 0, compressed = 0;
        foreach (byte[] content in contents)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                gzip.Write(content);
            files++;
            bytes += content.Length;
            compressed += Math.Min(packed.Length, content.Length);
        }

        return new SiteSize(files, bytes, compressed);
    }

    public override string ToString() => $"{Files} files, {Bytes / 1e6:F2} MB, {Compressed / 1e6:F2} MB compressed";
}
