using System.Linq;
using System.Threading.Tasks;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace GenNet.Fuzz;

/// <summary>The entry point that xunit would generate, or the search.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) =>
        args.Contains("--minutes") ? await CommandLine.Create().Parse(args).InvokeAsync()
        : args.Any(arg => arg is "-automated" or "@@") ? await ConsoleRunner.Run(args)
        : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
