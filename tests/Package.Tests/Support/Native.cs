using System;

namespace GenNet.Package.Tests;

/// <summary>What a NativeAOT publish needs of the machine, and how one says that it is not there.</summary>
internal static class Native
{
    /// <summary>Skips the test where a publish has failed for want of a linker or of the runtime for its framework.</summary>
    public static void SkipWhereImpossible(ProgramResult publish)
    {
        Assert.SkipWhen(
            publish.ExitCode != 0 && publish.Output.Contains("Platform linker", StringComparison.Ordinal),
            "NativeAOT needs a linker: install gcc or clang, on Windows the C++ tools of Visual Studio.");
        Assert.SkipWhen(LacksRuntime(publish), "The feed of this machine does not have the NativeAOT runtime of this framework.");
    }

    /// <summary>Whether a restore has failed because the feed has no NativeAOT runtime for the framework. After `dotnet new` that is no error of the command.</summary>
    public static bool LacksRuntime(ProgramResult restore) =>
        restore.Output.Contains("NU1101: Unable to find package Microsoft.NETCore.App.Runtime.NativeAOT.", StringComparison.Ordinal);
}
