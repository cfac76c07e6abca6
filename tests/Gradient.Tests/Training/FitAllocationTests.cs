using System;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>The steps of a fit allocate nothing, whatever takes part in them.</summary>
[Collection(nameof(Behaviour.AllocationTests))]
public class FitAllocationTests
{
    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            for (int optimizer = 0; optimizer < 9; optimizer++)
            {
                cases.Add(optimizer, 1);
                cases.Add(optimizer, 3);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void More_steps_allocate_no_more(int optimizer, int threads)
    {
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(512);
        var data = new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10);
        long Allocated(int batchSize)
        {
            var trainer = new Trainer<ThreadedNet>(new ThreadedNet(1), Create(optimizer)) { L1 = 1e-6, L2 = 1e-5, ClipValue = 1, ClipNorm = 0.5 };
            FitOptions Options() => new()
            {
                BatchSize = batchSize,
                Threads = threads,
                Validation = data,
                EarlyStopping = new EarlyStopping(),
                Schedule = new LinearWarmup(3, new CosineSchedule()),
            };
            trainer.Fit(data, Options());

            // Other threads of the test program may allocate in between: the least of several counts is the true one.
            long least = long.MaxValue;
            for (int i = 0; i < 3; i++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                trainer.Fit(data, Options());
                least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            return least;
        }

        // Eight times as many steps: the batch buffers are smaller, and nothing else may come.
        Assert.True(Allocated(64) <= Allocated(512), "More steps must not allocate more.");
    }

    private static Optimizer<float> Create(int number) => number switch
    {
        0 => new Sgd(0.01f),
        1 => new Momentum(0.01f),
        2 => new Nesterov(0.01f),
        3 => new AdaGrad(),
        4 => new RMSProp(),
        5 => new Adam(),
        6 => new AdamW(),
        7 => new AdaDelta(),
        _ => new NAdam(),
    };
}
