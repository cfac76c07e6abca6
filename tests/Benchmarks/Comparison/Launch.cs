using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace GenNet.Benchmarks.Comparison;

/// <summary>How to start the programs that are compared, and where they are.</summary>
internal static class Launch
{
    public const string InstallPyTorch =
        "PyTorch is skipped: no Python with torch was found. Install it (Debian: apt install python3-torch; elsewhere: pip install torch), or name the interpreter in GENNET_PYTHON.";

    public const string InstallOnnxRuntime =
        "ONNX Runtime is skipped: onnxruntime-node was not found. Install it: npm install --prefix tests/Benchmarks/peers --ignore-scripts onnxruntime-node, or name its node_modules in GENNET_NODE_MODULES.";

    public const string OnnxNeedsPyTorch = "ONNX Runtime is skipped: PyTorch writes the model for it.";

    /// <summary>The variable that chooses OpenBLAS's kernels.</summary>
    public const string CoreType = "OPENBLAS_CORETYPE";

    // Settings that hold a library back from what the processor has. One that was made for another purpose (results that are
    // the same on all machines, say) would be measured as the library's.
    private static readonly string[] Restraints =
    [
        CoreType, "OPENBLAS_L2_SIZE", "ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA", "MKL_ENABLE_INSTRUCTIONS", "MKL_CBWR",
    ];

    /// <summary>This program again, with other arguments.</summary>
    public static ProcessStartInfo GenNet(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string assembly = typeof(Launch).Assembly.Location;
        return Start(program, isHost ? [assembly, .. arguments] : arguments);
    }

    /// <summary>A script of the folder peers, or null where there is no PyTorch.</summary>
    public static ProcessStartInfo? PyTorch(string script, int threads, params string[] arguments)
    {
        if (PythonWithTorch.Found is not { } python)
            return null;
        ProcessStartInfo start = Start(python.Interpreter, [Path.Combine(PeersFolder(), script), .. arguments]);
        string count = threads.ToString(CultureInfo.InvariantCulture);
        foreach (string variable in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[variable] = count;
        if (python.Kernels?.CoreType is { } coreType)
            start.Environment[CoreType] = coreType;
        return start;
    }

    /// <summary>The script for ONNX Runtime, or null where it is not installed.</summary>
    public static ProcessStartInfo? OnnxRuntime(int threads, DirectoryInfo? nodeModules)
    {
        string?[] folders =
        [
            nodeModules?.FullName, Environment.GetEnvironmentVariable("GENNET_NODE_MODULES"), Path.Combine(PeersFolder(), "node_modules"),
        ];
        string? modules = folders.FirstOrDefault(folder => folder is not null && Directory.Exists(Path.Combine(folder, "onnxruntime-node")));
        string? node = OnPath("node").FirstOrDefault();
        if (modules is null || node is null)
            return null;
        ProcessStartInfo start = Start(node, [Path.Combine(PeersFolder(), "onnxruntime_peer.js"), threads.ToString(CultureInfo.InvariantCulture)]);
        start.Environment["NODE_PATH"] = Path.GetFullPath(modules);
        return start;
    }

    /// <summary>A program in this environment, but free to use all that the processor has.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (string restraint in Restraints)
            start.Environment.Remove(restraint);
        return start;
    }

    /// <summary>The folder peers of the project, above the one that this program was built into.</summary>
    public static string PeersFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string peers = Path.Combine(folder.FullName, "peers");
            if (File.Exists(Path.Combine(peers, "pytorch_peer.py")))
                return peers;
        }

        throw new PeerException($"The folder peers is not above {AppContext.BaseDirectory}: run the program from the project's own output folder.");
    }

    public static IEnumerable<string> OnPath(string program) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)
        where File.Exists(file)
        select file;
}
