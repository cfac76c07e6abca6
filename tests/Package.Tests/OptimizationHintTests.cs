using System;
using System.IO;

namespace GenNet.Package.Tests;

/// <summary>A build without optimisation says so of the smallest networks, as an information that no command line prints, until the project has it otherwise.</summary>
public class OptimizationHintTests(PackedPackage package)
{
    [Fact]
    public void A_debug_build_says_it_in_the_log_unless_the_project_optimises_or_knows()
    {
        string folder = package.NewFolder("Hint");
        _ = new FreshProject(folder, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>", FreshProject.Reference(package), ReadmeProgram.Source);

        Assert.Contains("GENNET091", Log("-restore"), StringComparison.Ordinal);
        Assert.DoesNotContain("GENNET091", Log("-p:GenNetOptimizationHint=false"), StringComparison.Ordinal);
        Assert.DoesNotContain("GENNET091", Log("-p:Optimize=true"), StringComparison.Ordinal);

        string Log(string option)
        {
            string log = Path.Combine(folder, "log.json");
            string output = Dotnet.Run(folder, "msbuild", "-verbosity:minimal", "-t:Rebuild", $"-p:ErrorLog={log}", option).Clean();
            Assert.DoesNotContain("GENNET", output, StringComparison.Ordinal);
            return File.ReadAllText(log);
        }
    }
}
