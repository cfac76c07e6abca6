using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Playground.Hosting;

/// <summary>What the loader of the runtime wants to know: which files there are.</summary>
internal static class FrameworkResources
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The assemblies that the runtime needs before it can load others.</summary>
    private static readonly string[] Core = ["System.Private.CoreLib.dll", "System.Runtime.InteropServices.JavaScript.dll"];

    /// <summary>A module whose default export is the configuration of <c>dotnet.withConfig</c>.</summary>
    /// <param name="files">The names of the files.</param>
    public static string Script(IEnumerable<string> files)
    {
        string[] assemblies = [.. files.Where(name => name.EndsWith(".dll", StringComparison.Ordinal))];
        var configuration = new
        {
            mainAssemblyName = "Playground.Browser.dll",
            globalizationMode = "invariant",
            resources = new
            {
                jsModuleNative = new[] { new { name = "dotnet.native.js" } },
                jsModuleRuntime = new[] { new { name = "dotnet.runtime.js" } },
                wasmNative = new[] { new { name = "dotnet.native.wasm" } },
                coreAssembly = assemblies.Intersect(Core).Select(Asset),
                assembly = assemblies.Except(Core).Select(Asset),
            },
        };
        return $"export default {JsonSerializer.Serialize(configuration, Indented)};\n";
    }

    private static object Asset(string name) => new { virtualPath = name, name };
}
