using System;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>Finds and loads the MPI library of the system.</summary>
internal static class MpiLibrary
{
    private static readonly object Gate = new();
    private static nint s_library;

    /// <summary>Where the library is, for those who have it in a place of their own.</summary>
    public const string Variable = "GENNET_MPI_LIBRARY";

    /// <summary>Loads the library, once for the process.</summary>
    /// <param name="launch">How the process was started: the library of that family is looked for first.</param>
    /// <exception cref="DllNotFoundException">There is none; the message says what to install.</exception>
    public static MpiHandles Load(MpiLaunch launch)
    {
        lock (Gate)
        {
            if (s_library == 0)
            {
                s_library = Find(launch);
                NativeLibrary.SetDllImportResolver(typeof(MpiLibrary).Assembly, (name, _, _) => name == MpiNative.Library ? s_library : 0);
            }
        }

        return MpiHandles.Of(name => NativeLibrary.TryGetExport(s_library, name, out nint address) ? address : 0);
    }

    /// <summary>The file names to try, in their order.</summary>
    public static string[] Names(string? path, string? family)
    {
        if (!string.IsNullOrEmpty(path))
            return [path];
        string[] open = OperatingSystem.IsMacOS() ? ["libmpi.40.dylib"] : ["libmpi.so.40"];
        string[] mpich = OperatingSystem.IsMacOS() ? ["libmpi.12.dylib", "libmpich.12.dylib"] : ["libmpi.so.12", "libmpich.so.12"];
        string any = OperatingSystem.IsMacOS() ? "libmpi.dylib" : "libmpi.so";
        return family == MpiHandles.Mpich ? [.. mpich, .. open, any] : [.. open, .. mpich, any];
    }

    private static nint Find(MpiLaunch launch)
    {
        string[] names = Names(Environment.GetEnvironmentVariable(Variable), launch.Family);
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
                return library;
        }

        throw new DllNotFoundException(
            $"The process is one of {launch.Size} ranks, but no MPI library was found ({string.Join(", ", names)}). {ToInstall(launch.Family)}, or set {Variable} to the path of the library.");
    }

    /// <summary>What a user has to install.</summary>
    public static string ToInstall(string? family) => family switch
    {
        MpiHandles.OpenMpi => "Install Open MPI's library (Debian and Ubuntu: apt-get install libopenmpi3, or libopenmpi40; elsewhere: openmpi)",
        MpiHandles.Mpich => "Install MPICH's library (Debian and Ubuntu: apt-get install libmpich12; elsewhere: mpich)",
        _ => "Install the library of the MPI that started it, Open MPI (Debian and Ubuntu: apt-get install openmpi-bin) or MPICH (apt-get install mpich)",
    };
}
