using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Machine;
using Spectre.Console;

namespace GenNet.Benchmarks.Scaling;

/// <summary>Training steps on one thread and on several, in turn; and as many programs of one thread at once, which is what the machine can give.</summary>
internal sealed class ScalingComparison(IAnsiConsole console) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gennet-scaling-").FullName;

    /// <summary>Runs it; 1 where the programs disagreed or failed, or there is nothing to measure.</summary>
    public int Execute(ComparisonOptions options)
    {
        int threads = options.Threads[0];
        Case[] cases = Case.Select(options, threads).Where(one => one.Work == Work.Train && one.Batch >= 32).ToArray();
        if (threads < 2 || cases.Length == 0)
        {
            console.WriteLine(threads < 2 ? "There is one thread: nothing to compare." : "No training step has this batch size; several threads begin at 32.");
            return 1;
        }

        try
        {
            console.WriteLine(Processor.Name);
            Table table = new Table().Border(options.Markdown ? TableBorder.Markdown : TableBorder.Rounded).AddColumn("work");
            foreach (string header in (string[])["1 thread", $"{threads} threads", "speed-up", $"{threads} programs at once"])
                table.AddColumn(header, column => column.RightAligned());
            foreach (Case @case in cases)
                table.AddRow(Row(@case, options));
            console.Write(table);
            console.WriteLine("The last column is the speed-up of that many programs of one thread, which share nothing but the machine.");
            return 0;
        }
        catch (Exception error) when (error is DisagreementException or PeerException)
        {
            console.WriteLine(error.Message);
            return 1;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Row(Case @case, ComparisonOptions options)
    {
        string folder = Path.Combine(_folder, @case.Subject.Name);
        if (!Directory.Exists(folder))
            @case.Subject.Write(folder, options.Zeros);
        List<PeerProcess> programs = [];
        try
        {
            for (int i = 0; i <= @case.Threads; i++)
            {
                programs.Add(new PeerProcess(Launch.GenNet("gennet-peer", (i == 0 ? @case.Threads : 1).ToString(CultureInfo.InvariantCulture))));
                programs[i].Ask(@case.Load(folder, model: null));
            }

            Agreement.Check(@case, programs, folder);
            Round[] rounds = Measure(programs[0], programs[1..], options);
            return
            [
                @case.Title,
                ResultTable.Time(Result.Median(rounds.Select(round => round.One))),
                ResultTable.Time(Result.Median(rounds.Select(round => round.Together))),
                ResultTable.Significant(Result.Median(rounds.Select(round => round.One / round.Together))) + " x",
                ResultTable.Significant(Result.Median(rounds.Select(round => @case.Threads * round.One / round.AtOnce))) + " x",
            ];
        }
        finally
        {
            foreach (PeerProcess program in programs)
                program.Dispose();
        }
    }

    private static Round[] Measure(PeerProcess team, List<PeerProcess> singles, ComparisonOptions options)
    {
        var robin = new RoundRobin(options.Seconds, options.Rounds);
        int forTeam = robin.Calibrate(team);
        int[] forSingles = singles.Select(robin.Calibrate).ToArray();
        return Enumerable.Range(0, options.Rounds).Select(_ =>
        {
            double one = Rested(() => RoundRobin.Run(singles[0], forSingles[0]));
            double together = Rested(() => RoundRobin.Run(team, forTeam));
            var atOnce = new double[singles.Count];
            Rested(() =>
            {
                Thread[] askers = singles.Select((single, i) => new Thread(() => atOnce[i] = RoundRobin.Run(single, forSingles[0]))).ToArray();
                Array.ForEach(askers, asker => asker.Start());
                Array.ForEach(askers, asker => asker.Join());
                return 0;
            });
            return new Round(one, together, atOnce.Average());
        }).ToArray();
    }

    private static double Rested(Func<double> measure)
    {
        Thread.Sleep(RoundRobin.Settle);
        return measure();
    }

    /// <summary>The seconds of an iteration: of one thread, of all together, and of programs of one thread at once.</summary>
    private readonly record struct Round(double One, double Together, double AtOnce);
}
