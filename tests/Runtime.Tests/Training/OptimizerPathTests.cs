using System;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>Paths of the optimizers against those of PyTorch's (torch.optim, float64): 12 steps on the gradients slope * w + offset.</summary>
public class OptimizerPathTests
{
    private static readonly double[] Start = [-1.2929720971350926, 0.9076079530755717, -1.4192956797631906, 1.296705557248625, -1.1388457643806114];
    private static readonly double[] Slope = [1.157196061337694, 0.7862888904243986, 0.7104477069571051, 1.4681807504471767, 1.459014952942689];
    private static readonly double[] Offset = [0.4268928215322603, 0.1860439446704266, 1.152895218979026, 0.7435165814637092, 0.9282226373991139];

    private static readonly (int Step, double[] Parameters)[] SgdPath =
    [
        (1, [-1.186039157465892, 0.8176393535721139, -1.4337516655429048, 1.031974085287223, -1.0655087281878468]),
        (2, [-1.0914804554579371, 0.7347448850963173, -1.4471806291277187, 0.8061099784429487, -1.0028716752360567]),
        (12, [-0.5801468232683069, 0.19166600762982663, -1.5387391998407407, -0.2381789337023162, -0.7119440696086967]),
    ];

    private static readonly (int Step, double[] Parameters)[] AdamPath =
    [
        (1, [-1.2829720972286092, 0.8976079531867216, -1.4292956790714357, 1.2867055572863992, -1.128845764516968]),
        (2, [-1.2729750813627234, 0.8876103376268729, -1.439279377825979, 1.2767070455830167, -1.1188515068970337]),
        (12, [-1.1736222254271418, 0.7881231915589457, -1.5350540301710143, 1.1770232550010293, -1.020144715138553]),
    ];

    // Three times the same numbers, so that whole vectors and a tail take part.
    private static T[] Thrice<T>(double[] numbers)
        where T : System.Numerics.INumberBase<T> => [.. Enumerable.Range(0, 15).Select(i => T.CreateTruncating(numbers[i % 5]))];

    private static void Follows<T>(IOptimizer<T> optimizer, (int Step, double[] Parameters)[] path, double tolerance)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] w = Thrice<T>(Start), slope = Thrice<T>(Slope), offset = Thrice<T>(Offset);
        for (int step = 1; step <= path[^1].Step; step++)
        {
            optimizer.Update(w, w.Select((_, i) => slope[i] * w[i] + offset[i]).ToArray());
            foreach ((int at, double[] expected) in path)
            {
                if (at == step)
                    Assert.Equal(Thrice<double>(expected), w.Select(double.CreateTruncating), (a, b) => Math.Abs(a - b) <= tolerance * Math.Abs(a));
            }
        }
    }

    [Fact]
    public void Sgd_takes_the_path_of_PyTorch()
    {
        Follows(new Sgd<double>(0.1), SgdPath, 1e-12);
        Follows(new Sgd(0.1f), SgdPath, 1e-5);
    }

    [Fact]
    public void Adam_takes_the_path_of_PyTorch()
    {
        Follows(new Adam<double>(0.01), AdamPath, 1e-12);
        Follows(new Adam(0.01f), AdamPath, 1e-5);
    }

    [Fact]
    public void Adam_allocates_nothing_after_its_first_step_and_leaves_padding_zero()
    {
        var adam = new Adam();
        var parameters = new float[100];
        var gradients = new float[100];
        for (int i = 0; i < 50; i++)
            adam.Update(parameters, gradients);

        long before = GC.GetAllocatedBytesForCurrentThread();
        adam.Update(parameters, gradients);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(parameters, padding => Assert.Equal(0, padding));
    }

    [Fact]
    public void Adam_refuses_what_it_cannot_work_with()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(1, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(1, epsilon: 0));
        var adam = new Adam();
        Assert.Throws<ArgumentException>(() => adam.Update(new float[2], new float[3]));
        adam.Update(new float[2], new float[2]);
        Assert.Contains("2 parameters since its first step, got 3", Assert.Throws<ArgumentException>(() => adam.Update(new float[3], new float[3])).Message, StringComparison.Ordinal);
    }
}
