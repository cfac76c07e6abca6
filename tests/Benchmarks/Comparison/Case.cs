using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Benchmarks.Comparison;

internal enum Work
{
    Train,
    Infer,
}

/// <summary>One line of the comparison.</summary>
internal sealed record Case(Subject Subject, Work Work, int Batch, int Threads)
{
    private const float LearningRate = 0.1f, LearningRateOfAdamW = 1e-3f;

    // So many that a branch predictor cannot learn one row, so few that batches of one row still fit a core's own cache.
    private const int MostBatches = 64;

    public int Batches => Math.Min(MostBatches, Subject.Rows / Batch);

    public string Title => $"{Subject.Name}, {(Work == Work.Train ? "training step" : "inference")}, batch {Batch}";

    /// <summary>The arithmetic of an iteration: the products of the layers, a multiplication and an addition each.</summary>
    /// <remarks>Training makes three: forward, weight gradient, and input gradient, which the first layer does not need.</remarks>
    public double Operations => 2.0 * Batch * (Work == Work.Infer ? Subject.Arithmetic.MultiplyAdds : 3 * Subject.Arithmetic.MultiplyAdds - Subject.Arithmetic.OfFirstLayer);

    /// <summary>The weights that an iteration at batch 1 cannot help reading: forward, and in training once more to change them.</summary>
    public double BytesRead => 4.0 * Subject.Arithmetic.Parameters * (Work == Work.Train ? 2 : 1);

    /// <summary>The cases that the options ask for.</summary>
    public static IEnumerable<Case> Select(ComparisonOptions options, int threads) =>
        from subject in Subject.All
        where options.Only is null || subject.Name == options.Only
        from work in new[] { Work.Train, Work.Infer }
        from batch in work == Work.Train ? subject.TrainingBatches : subject.InferenceBatches
        where options.Batch is null || batch == options.Batch
        select new Case(subject, work, batch, threads);

    public Request Load(string folder, string? model) => new("load")
    {
        Network = Subject.Name,
        Sizes = Subject.Sizes,
        Architecture = Subject.Architecture,
        Activation = Subject.Activation,
        Output = Subject.Output,
        Work = Work == Work.Train ? "train" : "infer",
        Batch = Batch,
        Batches = Batches,
        Rate = Subject.Optimizer is null ? LearningRate : LearningRateOfAdamW,
        Optimizer = Subject.Optimizer,
        Folder = folder,
        Model = model,
    };
}
