using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests.Templates;

/// <summary>A fresh folder, and three commands: `dotnet new gennet`, `dotnet run`, `dotnet publish`.</summary>
public partial class ConsoleTemplateTests(PackedPackage package)
{
    [Fact]
    public void Three_commands_give_a_native_program_that_has_learned_something()
    {
        TemplateProject project = package.Templates.Create(package.NewFolder("my-spirals"), "gennet");
        string trained = project.Run().Clean();
        Assert.Contains("epoch 200 ", trained);
        Assert.InRange(Accuracy(trained), 0.95, 1);
        Assert.Equal(32, Picture().Count(trained));
        Assert.True(File.Exists(project.Saved));
        UsesWhatIsSavedUntilTheDeclarationChanges(project);

        project.Publish();
        TheNativeProgramUsesItToo(project, package.NewFolder("spirals-elsewhere"));
    }

    private static void UsesWhatIsSavedUntilTheDeclarationChanges(TemplateProject project)
    {
        Assert.DoesNotContain("epoch", project.RunBuilt().Clean());
        project.Change("SpiralNet.cs", "Dense(2, 32,", "Dense(2, 24,");
        Refused(project.Run(), "my-spirals.safetensors does not fit SpiralNet", "[24, 2]", "--train");

        // The file of the project is what builds and publishing take; the one beside the program is a copy.
        File.Delete(project.Saved);
        Assert.Contains("epoch", project.RunBuilt("--train").Clean());
        Assert.DoesNotContain("epoch", project.RunBuilt().Clean());
        Assert.True(File.Exists(project.Saved));
    }

    private static void TheNativeProgramUsesItToo(TemplateProject project, string elsewhere)
    {
        string native = project.RunNative(elsewhere).Clean();
        Assert.DoesNotContain("epoch", native);
        Assert.InRange(Accuracy(native), 0.95, 1);
        Assert.Equal(32, Picture().Count(native));
        Assert.Contains(project.SavedBesideNative, native);

        Refused(project.RunNative(elsewhere, "--trian"), "usage: ");
        File.WriteAllText(project.SavedBesideNative, "damaged");
        Refused(project.RunNative(elsewhere), project.SavedBesideNative, "--train");
        Assert.Contains("epoch 200 ", project.RunNative(elsewhere, "--train").Clean());
        Assert.DoesNotContain("epoch", project.RunNative(elsewhere).Clean());
        // Outside of the project's folder it writes beside the program only.
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    internal static void Refused(ProgramResult result, params string[] parts)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.All(parts, part => Assert.Contains(part, result.Output));
        Assert.DoesNotContain("   at ", result.Output);
        Assert.DoesNotContain("Unhandled", result.Output);
    }

    private static double Accuracy(string output) => double.Parse(AccuracyLine().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"accuracy on 1,000 points that it has not seen: ([01]\.[0-9]{3})\r?$", RegexOptions.Multiline)]
    private static partial Regex AccuracyLine();

    [GeneratedRegex(@"^[.#]{64}\r?$", RegexOptions.Multiline)]
    private static partial Regex Picture();
}
