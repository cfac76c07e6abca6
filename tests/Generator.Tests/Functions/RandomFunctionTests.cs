using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests.Functions;

/// <summary>
/// The gradients of random functions against differences. Their number and the seed are always the same, unless GENNET_FUNCTIONS and GENNET_SEED have others;
/// a failure is made smaller before it is shown.
/// </summary>
public class RandomFunctionTests(ITestOutputHelper output)
{
    private static int FunctionCount => Variable("GENNET_FUNCTIONS", 500);

    private static int Seed => Variable("GENNET_SEED", 1);

    private static int Variable(string name, int otherwise) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    [Fact]
    public void Gradients_are_those_of_differences()
    {
        Examination examination = Examination.Of(Draw(FunctionCount));

        output.WriteLine(Summary(examination));
        if (examination.Failures.Any())
            Assert.Fail(Report(examination));
        ComparisonCounts counts = examination.Counts;
        Assert.InRange(counts.Functions, FunctionCount, FunctionCount + 2);
        Assert.True(counts.Derivatives > 5 * FunctionCount && counts.Nonzero > counts.Derivatives / 4, Summary(examination));
        Assert.True(counts.Undecided < counts.Derivatives / 200, Summary(examination));
        Assert.True(counts.Buffered > FunctionCount / 10 && counts.TooShort > FunctionCount / 10, Summary(examination));
    }

    /// <summary>Programs with so many functions.</summary>
    private static List<RandomProgram> Draw(int functions)
    {
        var programs = new List<RandomProgram>();
        foreach (RandomProgram program in RandomPrograms.All.Sample(functions, new Rnd((ulong)Seed), 1))
        {
            programs.Add(program);
            functions -= program.Functions.Length;
            if (functions <= 0)
                break;
        }

        return programs;
    }

    private static string Summary(Examination examination)
    {
        ComparisonCounts counts = examination.Counts;
        return $"seed {Seed}: {counts.Functions} functions, {counts.Derivatives} derivatives, {counts.Nonzero} of them not 0, {counts.Undecided} undecided;"
            + $" buffers {counts.Buffered}, too short {counts.TooShort}; failures "
            + string.Join(", ", examination.Failures.GroupBy(failure => failure.Failure.Kind).Select(kind => $"{kind.Key} {kind.Count()}"));
    }

    /// <summary>Of each kind of failure the shortest program, made smaller for as long as it fails in that way.</summary>
    private static string Report(Examination examination)
    {
        var report = new List<string> { Summary(examination) };
        foreach (var kind in examination.Failures.GroupBy(failed => (failed.Failure.Kind, failed.Failure.Cause)))
        {
            FailedProgram first = kind.MinBy(failed => failed.Program.ToString().Length)!, smallest = Smallest(first, Stopwatch.StartNew());
            report.AddRange(
            [
                $"{kind.Key.Kind}, {kind.Count()} times: {smallest.Failure.Message}", Formatted(smallest.Program), "// emitted", smallest.Emitted,
                "// before it was made smaller", Formatted(first.Program),
            ]);
        }

        return string.Join('\n', report);
    }

    /// <summary>The program made smaller for as long as it fails in the same way, and some seconds at most. Candidates are compiled many at a time.</summary>
    private static FailedProgram Smallest(FailedProgram failed, Stopwatch since)
    {
        const int AtOnce = 40, Seconds = 20;
        foreach (RandomProgram[] candidates in failed.Program.Smaller().Chunk(AtOnce).TakeWhile(_ => since.Elapsed.TotalSeconds < Seconds))
        {
            if (Examination.Of(candidates).Failures.FirstOrDefault(failed.IsLike) is { } smaller)
                return Smallest(smaller, since);
        }

        return failed;
    }

    private static string Formatted(RandomProgram program) => CSharpSyntaxTree.ParseText(program.ToString()).GetRoot().NormalizeWhitespace().ToFullString();
}
