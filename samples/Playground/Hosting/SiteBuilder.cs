using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Playground.Learning;

namespace Playground.Hosting;

/// <summary>Puts the site together from the parts that the build has left beside the program: pages, framework, emitted files.</summary>
internal static class SiteBuilder
{
    /// <summary>Writes the whole site. Files of the same names are replaced.</summary>
    /// <param name="folder">Where to; it is made where there is none.</param>
    /// <returns>What a visit loads.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static SiteSize Build(string folder)
    {
        string parts = Path.Combine(AppContext.BaseDirectory, "parts");
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string name in Names(Path.Combine(parts, "site")))
            contents[name] = File.ReadAllBytes(Path.Combine(parts, "site", name));
        string[] framework = [.. Names(Path.Combine(parts, "framework"))];
        foreach (string name in framework)
            contents[$"framework/{name}"] = File.ReadAllBytes(Path.Combine(parts, "framework", name));
        contents["framework/resources.js"] = Encoding.UTF8.GetBytes(FrameworkResources.Script(framework));
        foreach (string path in Directory.EnumerateFiles(Path.Combine(parts, "emitted"), "*.cs"))
            contents[$"emitted/{EmittedFile.NetworkOf(path)}.json"] = Encoding.UTF8.GetBytes(EmittedFile.Json(File.ReadAllText(path)));
        contents["declarations.json"] = Encoding.UTF8.GetBytes(DeclarationFile.Json(Path.Combine(parts, "declarations")));
        contents["pages/digits/stored.bin"] = PenDigits.StoredFile();
        contents["files.js"] = Encoding.UTF8.GetBytes(FileList(contents));

        foreach ((string name, byte[] content) in contents)
            Write(Path.Combine(folder, name), content);
        return SiteSize.Of(contents.Values);
    }

    /// <summary>What the service worker keeps, and a version that changes with any of it.</summary>
    private static string FileList(IReadOnlyDictionary<string, byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = [.. contents.Keys.Where(name => name != "service-worker.js")];
        foreach (string name in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(contents[name]);
        }

        string version = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        return $"self.site = {JsonSerializer.Serialize(new { version, files })};\n";
    }

    /// <summary>The files of a folder, from there, with slashes.</summary>
    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
