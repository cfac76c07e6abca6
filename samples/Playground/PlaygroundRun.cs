using System;
using System.IO;
using Playground.Hosting;
using Playground.Learning;

namespace Playground;

/// <summary>What the program does: builds the site and serves it, writes it, or learns the parameters that it begins with.</summary>
internal static class PlaygroundRun
{
    public static int Execute(PlaygroundOptions options)
    {
        try
        {
            if (options.Learn is { } lessons)
                DigitLearning.Run(lessons, options.Parameters);
            else if (options.Evaluate is { } tests)
                DigitLearning.Evaluate(tests, options.Parameters);
            else if (options.Output is { } folder)
                Console.WriteLine($"wrote {Path.GetFullPath(folder)}: {SiteBuilder.Build(folder)}");
            else
                Serve(options.Port);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static void Serve(int port)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("playground-");
        try
        {
            SiteSize size = SiteBuilder.Build(folder.FullName);
            using SiteServer server = SiteServer.Start(folder.FullName, port);
            Console.WriteLine($"{server.Address}   ({size}; Ctrl+C ends it)");
            server.WaitForShutdown();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
