using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace GenNet.Benchmarks.Machine;

/// <summary>What the system says of its processor.</summary>
internal static class Processor
{
    private const int Kilo = 1024;

    /// <summary>The model, and the number of processors that this program may use.</summary>
    public static string Name => $"{Model().Trim()}, {Environment.ProcessorCount} logical processors";

    /// <summary>The bytes of a cache, or a usual size where the system does not say.</summary>
    public static int CacheSize(int level, int otherwise)
    {
        const string Caches = "/sys/devices/system/cpu/cpu0/cache";
        if (!Directory.Exists(Caches))
            return otherwise;
        foreach (string cache in Directory.EnumerateDirectories(Caches, "index*"))
        {
            if (Text(cache, "level") != level.ToString(CultureInfo.InvariantCulture) || Text(cache, "type") == "Instruction")
                continue;
            string size = Text(cache, "size");
            if (size.EndsWith('K') && int.TryParse(size[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int kilobytes))
                return kilobytes * Kilo;
        }

        return otherwise;
    }

    private static string Text(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : "";
    }

    private static string Model()
    {
        const string Linux = "/proc/cpuinfo";
        string? line = File.Exists(Linux) ? File.ReadLines(Linux).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1] ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
