using System;
using System.IO;

namespace GenNet.Package.Tests;

/// <summary>A project that a template has made.</summary>
/// <param name="folder">Its folder, and its name.</param>
internal sealed class TemplateProject(string folder)
{
    private string Name => Path.GetFileName(folder);

    private string Published => Path.Combine(folder, "native");

    /// <summary>The file in which the project keeps what has been learned.</summary>
    public string Saved => Path.Combine(folder, Name + ".safetensors");

    /// <summary>The copy beside the published program.</summary>
    public string SavedBesideNative => Path.Combine(Published, Name + ".safetensors");

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    /// <summary>Changes a file of the project.</summary>
    public void Change(string name, string before, string after)
    {
        string path = Path.Combine(folder, name), text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>`dotnet run`, which builds what has changed.</summary>
    public ProgramResult Run(params string[] arguments) => Dotnet.Run(folder, arguments.Length == 0 ? ["run"] : ["run", "--", .. arguments]);

    /// <summary>What `dotnet run` starts after a build, in the folder where it does.</summary>
    public ProgramResult RunBuilt(params string[] arguments)
    {
        string program = Assert.Single(Directory.GetFiles(Path.Combine(folder, "bin", "Debug"), Name + ".dll", SearchOption.AllDirectories));
        return Dotnet.Run(folder, [program, .. arguments]);
    }

    /// <summary>`dotnet publish`: native, without a warning; skips the test where this machine has not what it takes.</summary>
    public void Publish()
    {
        ProgramResult result = Dotnet.Run(folder, "publish", "-o", Published);
        Native.SkipWhereImpossible(result);
        result.Clean();
        Assert.False(File.Exists(Path.Combine(Published, Name + ".dll")), "What was published is not native.");
    }

    /// <summary>The published program, started in another folder.</summary>
    public ProgramResult RunNative(string elsewhere, params string[] arguments) =>
        Dotnet.Start(Path.Combine(Published, OperatingSystem.IsWindows() ? Name + ".exe" : Name), elsewhere, arguments);
}
