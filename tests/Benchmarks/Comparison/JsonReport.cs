using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using GenNet.Benchmarks.Machine;

namespace GenNet.Benchmarks.Comparison;

/// <summary>All numbers of a comparison, for programs.</summary>
internal static class JsonReport
{
    public static void Write(FileInfo file, MachineLimits limits, IEnumerable<Answer> programs, IEnumerable<Result> results)
    {
        var report = new
        {
            Machine = limits,
            Programs = programs.DistinctBy(program => program.Name).Select(program => new { program.Name, program.Version, program.Detail }),
            Results = results.Select(result => new
            {
                Network = result.Case.Subject.Name,
                Work = result.Case.Work == Work.Train ? "train" : "infer",
                result.Case.Batch,
                result.Case.Threads,
                Operations = result.Case.Operations,
                Programs = result.Programs.Select((name, i) => new
                {
                    Name = name,
                    Seconds = result.SecondsOf(name),
                    Ratio = result.RatioOf(name),
                    Rounds = result.Times[i],
                }),
            }),
        };
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(report, Json.File) + "\n");
    }
}
