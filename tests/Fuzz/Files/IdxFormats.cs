using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace GenNet.Fuzz.Files;

/// <summary>IDX files: images and labels, plain, compressed and then damaged, damaged and then compressed.</summary>
internal static class IdxFormats
{
    private const int Classes = 4;

    public static FileFormat[] All { get; } =
    [
        new("idx images", Images, content => content, Images),
        new("idx images, compressed and damaged", variation => Compress(Images(variation)), content => content, Images),
        new("idx images, damaged and compressed", Images, Compress, Images),
        new("idx labels", Labels, content => content, Labels),
        new("idx labels, compressed and damaged", variation => Compress(Labels(variation)), content => content, Labels),
    ];

    private static int Count(int variation) => 1 + 9 * variation;

    private static byte[] Images(int variation) =>
        [0, 0, 8, 3, 0, 0, 0, (byte)Count(variation), 0, 0, 0, 3, 0, 0, 0, 2, .. Enumerable.Range(0, 6 * Count(variation)).Select(i => (byte)(i * 37))];

    private static byte[] Labels(int variation) =>
        [0, 0, 8, 1, 0, 0, 0, (byte)Count(variation), .. Enumerable.Range(0, Count(variation)).Select(i => (byte)(i % Classes))];

    private static FileReading Images(string directory, int variation)
    {
        string labels = Path.Combine(directory, "labels");
        File.WriteAllBytes(labels, Labels(variation));
        var readings = new TwoReadings(path => Dataset.FromIdx(path, labels, Classes), path => DataStream.FromIdx<float>(path, labels, Classes));
        return new FileReading(readings.Read, content => Assert.Equal(Elements(content).Select(pixel => pixel / 255f), readings.Set!.Inputs.ToArray()), () => { });
    }

    private static FileReading Labels(string directory, int variation)
    {
        string images = Path.Combine(directory, "images");
        File.WriteAllBytes(images, Images(variation));
        var readings = new TwoReadings(path => Dataset.FromIdx(images, path, Classes), path => DataStream.FromIdx<float>(images, path, Classes));
        return new FileReading(
            readings.Read,
            content => Assert.Equal(Elements(content).SelectMany(label => Enumerable.Range(0, Classes).Select(i => i == label ? 1f : 0)), readings.Set!.Targets.ToArray()),
            () => { });
    }

    private static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>As many bytes behind the header as it announces.</summary>
    private static byte[] Elements(byte[] content)
    {
        if (content is [0x1F, 0x8B, ..])
            content = Decompress(content);
        int dimensions = content[3], count = 1;
        for (int i = 0; i < dimensions; i++)
            count *= BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4 + 4 * i));
        return content[(4 + 4 * dimensions)..(4 + 4 * dimensions + count)];
    }

    /// <summary>What comes before a damage counts.</summary>
    private static byte[] Decompress(byte[] content)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        try
        {
            gzip.CopyTo(unpacked);
        }
        catch (InvalidDataException)
        {
        }

        return unpacked.ToArray();
    }
}
