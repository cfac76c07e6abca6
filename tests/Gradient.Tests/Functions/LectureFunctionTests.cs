using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Functions;

/// <summary>Gradients of [Differentiable] methods, as the compiler has written them into this assembly.</summary>
public class LectureFunctionTests
{
    private const double Step = 1e-6;

    [Fact]
    public void The_numbers_of_the_lectures()
    {
        Assert.Equal(-12, LectureFunctions.SumTimes(-2, 5, -4, out double dx, out double dy, out double dz));
        Assert.Equal((-4, -4, 3), (dx, dy, dz));
        LectureFunctions.Neuron(2, -1, -3, -2, -3, out double dw0, out double dx0, out double dw1, out double dx1, out double dw2);
        Assert.Equal([-0.20, 0.39, -0.39, -0.59, 0.20], new[] { dw0, dx0, dw1, dx1, dw2 }.Select(slope => Math.Round(slope, 2)));
    }

    [Fact]
    public void Functions_of_numbers()
    {
        AssertGradient(v => LectureFunctions.Polar(v[0], v[1]), (v, d) => LectureFunctions.Polar(v[0], v[1], out d[0], out d[1]), 1.3, 0.7);
        AssertGradient(v => LectureFunctions.ExpSinSquare(v[0]), (v, d) => LectureFunctions.ExpSinSquare(v[0], out d[0]), 0.9);
        AssertGradient(v => LectureFunctions.Largest(v[0], v[1], v[2]), (v, d) => LectureFunctions.Largest(v[0], v[1], v[2], out d[0], out d[1], out d[2]), 1, 3, 2);
        AssertGradient(v => LectureFunctions.Fall(v[0], v[1], 0.01, 300), (v, d) => LectureFunctions.Fall(v[0], v[1], 0.01, 300, out d[0], out d[1]), 20, 0.1);
        AssertGradient(v => LectureFunctions.Power(v[0], 5), (v, d) => LectureFunctions.Power(v[0], 5, out d[0]), 1.2);
        AssertGradient(
            v => LectureFunctions.Names(v[0], v[1], v[2], v[3], v[4], v[5], v[6]),
            (v, d) => LectureFunctions.Names(v[0], v[1], v[2], v[3], v[4], v[5], v[6], out d[0], out d[1], out d[2], out d[3], out d[4], out d[5], out d[6]), 0.3, 1.1, 0.7, -0.4, 1.3, 0.2, -0.6);
    }

    [Theory]
    [InlineData(1, 0.5, true)]
    [InlineData(0.4, 0.5, true)]
    [InlineData(0.8, 0.9, true)]
    [InlineData(-0.8, 0.9, false)]
    [InlineData(0.8, 0.9, false)]
    [InlineData(0.8, 1.9, false)]
    public void Each_way_through_early_returns(double x, double y, bool both) => AssertGradient(
        v => LectureFunctions.EarlyReturns(v[0], v[1], both), (v, d) => LectureFunctions.EarlyReturns(v[0], v[1], both, out d[0], out d[1]), x, y);

    [Fact]
    public void Functions_of_spans()
    {
        double[] w = [1, -2, 0.5, 3, 0.25, -1], x = [0.5, -0.3, 0.8], dw = Filled(6), dx = Filled(3);
        AssertGradient(v => LectureFunctions.SquaredNorm(v.AsSpan(0, 6), v.AsSpan(6)), (v, d) => LectureFunctions.SquaredNorm(v.AsSpan(0, 6), v.AsSpan(6), d.AsSpan(0, 6), d.AsSpan(6)), [.. w, .. x]);
        AssertGradient(
            v => LectureFunctions.NormOfSum(v.AsSpan(0, 6), v.AsSpan(6, 3), v[9]),
            (v, d) => LectureFunctions.NormOfSum(v.AsSpan(0, 6), v.AsSpan(6, 3), v[9], d.AsSpan(0, 6), d.AsSpan(6, 3), out d[9]), [.. w, .. x, 0.7]);

        // ||W x||^2: 2 W^T (W x) by x, as the lecture derives it.
        LectureFunctions.SquaredNorm(w, x, dw, dx);
        double[] q = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 3).Sum(j => w[i * 3 + j] * x[j]))];
        for (int j = 0; j < 3; j++)
            Assert.Equal(2 * (w[j] * q[0] + w[3 + j] * q[1]), dx[j], 1e-14);
    }

    [Fact]
    public void Vector_Jacobian_products()
    {
        double[] w = [1, -2, 0.5, 3, 0.25, -1], dy = [0.7, -1.3], y = Filled(2);
        AssertGradient(
            v =>
            {
                LectureFunctions.Product(w, v, y);
                return y[0] * dy[0] + y[1] * dy[1];
            },
            (v, d) =>
            {
                LectureFunctions.Product(w, v, y, dy, d);
                return y[0] * dy[0] + y[1] * dy[1];
            }, 0.5, -0.3, 0.8);

        double[] weights = [0.3, -0.2, 0.9], z = Filled(3);
        AssertGradient(
            v =>
            {
                LectureFunctions.Running(v, z);
                return z.Zip(weights, (a, b) => a * b).Sum();
            },
            (v, d) =>
            {
                LectureFunctions.Running(v, z, weights, d);
                return z.Zip(weights, (a, b) => a * b).Sum();
            }, 0.5, -0.3, 0.8);
        Assert.Equal([0.3, -0.2, 0.9], weights);
    }

    [Fact]
    public void Single_precision()
    {
        LectureFunctions.Interpolated(1.25f, [1, 3, 7, 0], out float dx);
        Assert.Equal(4, dx);
        LectureFunctions.Mixed(1.5f, 0.75, out dx, out double dy);
        Assert.Equal(4 * 1.5 * Math.Sin(0.75) + 2 / Math.Sqrt(2), dx, 1e-5);
        Assert.Equal(Math.Sin(0.75) + (2 * 1.5 * 1.5 + 0.75) * Math.Cos(0.75), dy, 1e-5);
    }

    [Fact]
    public void Products_with_the_Hessian()
    {
        LectureFunctions.PolarHessianProduct(1.3, 0.7, 0.4, -0.9, out double dr, out double dt, out double hr, out double ht);
        LectureFunctions.Polar(1.3 + 0.4 * Step, 0.7 - 0.9 * Step, out double upR, out double upT);
        LectureFunctions.Polar(1.3 - 0.4 * Step, 0.7 + 0.9 * Step, out double downR, out double downT);
        LectureFunctions.Polar(1.3, 0.7, out double atR, out double atT);
        Assert.Equal((atR, atT), (dr, dt));
        Assert.Equal((upR - downR) / 2 / Step, hr, 1e-8);
        Assert.Equal((upT - downT) / 2 / Step, ht, 1e-8);

        // d^2 (x + y) z: what x and y have is z's direction, and z has theirs.
        LectureFunctions.SumTimesHessianProduct(-2, 5, -4, 1, 2, 4, out _, out _, out _, out double hx, out double hy, out double hz);
        Assert.Equal((4, 4, 3), (hx, hy, hz));
    }

    [Fact]
    public void The_graph_at_a_point()
    {
        ComputationalGraph graph = LectureFunctions.SumTimesGraph(-2, 5, -4);
        Assert.Equal(
            [("x", "", -2, -4), ("y", "", 5, -4), ("z", "", -4, 3), ("t1", "+", 3, -4), ("sumTimes", "*", -12, 1)],
            graph.Nodes.Select(node => (node.Name, node.Operation, node.Value, node.Gradient)));
        Assert.Equal([0, 1], graph.Nodes[3].Inputs);
        Assert.Equal([3, 2], graph.Nodes[4].Inputs);
        Assert.Equal(0.73, LectureFunctions.NeuronGraph(2, -1, -3, -2, -3).Result.Value, 0.005);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] w = new double[600], x = new double[30], dw = new double[600], dx = new double[30], kept = new double[LectureFunctions.FallKeptLength(20, 0.1, 0.01, 9000)];
        void Run()
        {
            LectureFunctions.SquaredNorm(w, x, dw, dx);
            LectureFunctions.Fall(20, 0.1, 0.01, 1000, out _, out _);
            LectureFunctions.Fall(20, 0.1, 0.01, 9000, out _, out _, kept);
            LectureFunctions.NormOfSum(w, x, 2, dw, dx, out _);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void What_loops_keep_is_bounded()
    {
        Assert.Contains("FallKeptLength", Assert.Throws<InvalidOperationException>(() => LectureFunctions.Fall(20, 0.1, 0.01, 100_000, out _, out _)).Message, StringComparison.Ordinal);
        int length = LectureFunctions.FallKeptLength(20, 0.1, 0.01, 1000);
        double[] exact = Filled(length), longer = Filled(length + 7);
        LectureFunctions.Fall(20, 0.1, 0.01, 1000, out double dh, out double dd);
        LectureFunctions.Fall(20, 0.1, 0.01, 1000, out double dh1, out double dd1, exact);
        LectureFunctions.Fall(20, 0.1, 0.01, 1000, out double dh2, out double dd2, longer);
        Assert.Equal([dh, dd, dh, dd], [dh1, dd1, dh2, dd2]);
        Assert.Throws<ArgumentException>("kept", () => LectureFunctions.Fall(20, 0.1, 0.01, 1000, out _, out _, exact.AsSpan(1)));
        Assert.Equal(0, LectureFunctions.FallKeptLength(20, 0.1, 0.01, -5));
    }

    [Fact]
    public void Spans_that_do_not_fit_are_refused_before_anything_is_written()
    {
        double[] w = new double[6], x = new double[3], dw = Filled(6), dx = Filled(3);
        Assert.Throws<ArgumentException>("dw", () => LectureFunctions.SquaredNorm(w, x, dw.AsSpan(1), dx));
        Assert.Throws<ArgumentException>("dx", () => LectureFunctions.SquaredNorm(w, x, dw, x));
        Assert.All([.. dw, .. dx], number => Assert.Equal(double.NaN, number));
    }

    private static double[] Filled(int length) => [.. Enumerable.Repeat(double.NaN, length)];

    private static void AssertGradient(Func<double[], double> function, Func<double[], double[], double> gradient, params double[] point)
    {
        double[] found = Filled(point.Length);
        Assert.Equal(function(point), gradient(point, found));
        for (int i = 0; i < point.Length; i++)
        {
            double[] up = [.. point], down = [.. point];
            up[i] += Step;
            down[i] -= Step;
            double expected = (function(up) - function(down)) / (2 * Step);
            Assert.True(Math.Abs(expected - found[i]) <= 1e-6 * Math.Max(1, Math.Abs(expected)), $"number {i}: {found[i]}, and the difference is {expected}");
        }
    }
}
