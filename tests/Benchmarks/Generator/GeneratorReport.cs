using System;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace GenNet.Benchmarks.Generator;

/// <summary>What the generator costs a build and an editor.</summary>
internal static class GeneratorReport
{
    // The compiler takes minutes for more.
    private const int MostCompiled = 100;

    private static readonly int[] Sizes = [1, 100, 1000];

    /// <summary>Measures and prints a line for each size of project.</summary>
    public static void Print(IAnsiConsole console, int keystrokes)
    {
        // The JIT's time is the compiler's, not the generator's.
        var warm = new GeneratorProject(5);
        warm.Run();
        for (int i = 1; i <= keystrokes; i++)
            warm.Keystroke(i);
        warm.Compile();

        Table table = new Table().AddColumns("networks", "first run", "per network", "keystroke elsewhere (median)", "compiler").Border(TableBorder.Simple);
        foreach (int networks in Sizes)
        {
            var project = new GeneratorProject(networks);
            TimeSpan first = project.Run();
            TimeSpan[] keys = Enumerable.Range(1, keystrokes).Select(project.Keystroke).Order().ToArray();
            table.AddRow(Number(networks), Milliseconds(first), Milliseconds(first / networks), Milliseconds(keys[keys.Length / 2]), networks <= MostCompiled ? Milliseconds(project.Compile()) : "");
        }

        console.Write(table);
        PrintFunctions(console);
    }

    /// <summary>The time must grow with the length of a function.</summary>
    private static void PrintFunctions(IAnsiConsole console)
    {
        GeneratorProject.OfFunction(100).Run();
        Table table = new Table().AddColumns("operations in a function", "generator", "per operation", "compiler").Border(TableBorder.Simple);
        foreach (int operations in (int[])[100, 1000, 10_000])
        {
            GeneratorProject project = GeneratorProject.OfFunction(operations);
            TimeSpan first = project.Run(), compiler = project.Compile();
            table.AddRow(Number(operations), Milliseconds(first), Milliseconds(first / operations), Milliseconds(compiler));
        }

        console.Write(table);
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N2", CultureInfo.InvariantCulture) + " ms";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
