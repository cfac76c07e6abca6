using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Security.Cryptography;
using Samples;
using Spectre.Console;

namespace Mnist;

/// <summary>Fetches the files from a mirror. A file gets its name only after its contents have been checked.</summary>
internal static class MnistDownload
{
    public static void Fetch(Uri mirror, string folder)
    {
        Directory.CreateDirectory(folder);
        using var client = new HttpClient();
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn())
            .Start(context =>
            {
                foreach (MnistFile file in MnistFiles.All)
                {
                    ProgressTask task = context.AddTask(file.Name, autoStart: true);
                    Fetch(client, new Uri(mirror, file.Name + ".gz"), Path.Combine(folder, file.Name + ".gz"), file, task);
                }
            });
    }

    private static void Fetch(HttpClient client, Uri address, string path, MnistFile file, ProgressTask task)
    {
        string temporary = path + ".part";
        try
        {
            using (HttpResponseMessage response = client.Send(new HttpRequestMessage(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead))
            {
                response.EnsureSuccessStatusCode();
                task.MaxValue = response.Content.Headers.ContentLength ?? 1;
                using Stream source = response.Content.ReadAsStream();
                using FileStream destination = File.Create(temporary);
                Copy(source, destination, task);
            }

            Verify(temporary, address, file);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new IOException($"{address}: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Copy(Stream source, Stream destination, ProgressTask task)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = source.Read(buffer)) > 0; task.Increment(read))
            destination.Write(buffer, 0, read);
    }

    private static void Verify(string path, Uri address, MnistFile file)
    {
        using var unpacked = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        string hash = Convert.ToHexStringLower(SHA256.HashData(unpacked));
        if (hash != file.Sha256)
            throw new InvalidDataException($"the unpacked file has SHA-256 {hash}, expected {file.Sha256}; it is not kept");
    }
}
