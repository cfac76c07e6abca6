namespace GenNet.Package.Tests;

/// <summary>A program without the parts of the framework that it does not use.</summary>
public class TrimmedTests(PackedPackage package)
{
    [Fact]
    public void A_trimmed_program_has_no_warning_and_learns_XOR()
    {
        // Rooted, the whole library is looked at, not only what this program calls.
        var project = new FreshProject(
            package.NewFolder("Trimmed"),
            """
            <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode><TrimmerSingleWarn>false</TrimmerSingleWarn>
            """,
            FreshProject.Reference(package) + "<TrimmerRootAssembly Include=\"GenNet\" />",
            ReadmeProgram.Source);
        project.Publish("-r", FreshProject.RuntimeIdentifier, "--self-contained");
        Assert.Equal(ReadmeProgram.Output, project.RunPublished().Trim());
    }
}
