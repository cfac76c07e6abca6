using System.Linq;
using System.Threading.Tasks;
using GenNet.Gradient.Tests.Training;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace GenNet.Gradient.Tests;

/// <summary>The entry point that xunit would generate, or the job of a process that a test has started.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (ResumeJob.FromEnvironment() is { } job)
        {
            job.Run();
            return 0;
        }

        return args.Any(arg => arg is "-automated" or "@@")
            ? await ConsoleRunner.Run(args)
            : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
