using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests;

/// <summary>"In one file" of the docs: the README's program is a file that the SDK runs, without a project.</summary>
public partial class SingleFileTests(PackedPackage package)
{
    [Fact]
    public void A_file_with_a_line_for_the_package_is_a_program()
    {
        string folder = package.NewFolder("SingleFile");
        string lines = DocumentCommands.Block("docs/getting-started.md", "#:package GenNet@");
        Assert.Matches(Version(), lines);
        string program = DocumentCommands.Block("README.md", "new Trainer<Spirals>");
        File.WriteAllText(Path.Combine(folder, "spirals.cs"), Version().Replace(lines, package.Version) + "\n" + program + "\n");

        string output = Dotnet.Run(folder, "run", "spirals.cs").Clean();
        Assert.Matches(Accuracy(), output);
        Assert.InRange(int.Parse(Accuracy().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), 95, 100);
        Assert.True(File.Exists(Path.Combine(folder, "spirals.safetensors")));
    }

    [GeneratedRegex(@"(?<=^#:package GenNet@)\S+$", RegexOptions.Multiline)]
    private static partial Regex Version();

    // A percent sign may stand behind a blank, and of more than one kind.
    [GeneratedRegex(@"([0-9]+)\s*% of 400 new points")]
    private static partial Regex Accuracy();
}
