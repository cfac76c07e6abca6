using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Pools at random windows against plain loops: as networks call them, and with each kind of vector that a row of windows fills.</summary>
public class PoolKernelTests
{
    private const int Geometries = 400;

    [Fact]
    public void Maximum_of_floats() => Run<float>(isMaximum: true);

    [Fact]
    public void Maximum_of_doubles() => Run<double>(isMaximum: true);

    [Fact]
    public void Average_of_floats() => Run<float>(isMaximum: false);

    [Fact]
    public void Average_of_doubles() => Run<double>(isMaximum: false);

    [Fact]
    public void Maximum_in_vectors_of_each_width()
    {
        InVectors<MaximumPool, Lanes512<float>, float>(isMaximum: true);
        InVectors<MaximumPool, LanesAny<float>, float>(isMaximum: true);
        InVectors<MaximumPool, Lanes128<float>, float>(isMaximum: true);
        InVectors<MaximumPool, Lanes512<double>, double>(isMaximum: true);
        InVectors<MaximumPool, LanesAny<double>, double>(isMaximum: true);
        InVectors<MaximumPool, Lanes128<double>, double>(isMaximum: true);
    }

    [Fact]
    public void Sum_in_vectors_of_each_width()
    {
        InVectors<SumPool, Lanes512<float>, float>(isMaximum: false);
        InVectors<SumPool, LanesAny<float>, float>(isMaximum: false);
        InVectors<SumPool, Lanes128<float>, float>(isMaximum: false);
        InVectors<SumPool, Lanes512<double>, double>(isMaximum: false);
        InVectors<SumPool, LanesAny<double>, double>(isMaximum: false);
        InVectors<SumPool, Lanes128<double>, double>(isMaximum: false);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Repeated_pixels_and_their_sums(int side)
    {
        var random = new Random(side);
        for (int trial = 0; trial < 200; trial++)
        {
            var geometry = new PlainPool(random.Next(1, 4), side * random.Next(1, 6), side * random.Next(1, 40), (side, side), (side, side), (0, 0));
            GuardedRows<float> x = Rows<float>(random, 3, geometry.Results, trial), y = Rows<float>(random, 3, geometry.Numbers, trial).Guarded();
            Pool.Repeat(3, x.Rows, y.Rows, geometry.Windows);
            Assert.All(Enumerable.Range(0, 3), row => Assert.All(geometry.All(), window => Assert.All(window.Places, at => Assert.Equal(x[row, window.Number], y[row, at]))));
            AssertEnd(y);
            GuardedRows<float> dx = Rows<float>(random, 3, geometry.Results, trial).Guarded();
            Pool.RepeatGradient(3, y.Rows, dx.Rows, geometry.Windows);
            for (int row = 0; row < 3; row++)
            {
                foreach ((int number, int[] places) in geometry.All())
                    Expected.Close(dx[row, number], places.Sum(at => (double)y[row, at]), 4 * places.Length, "sums", row, number);
            }

            AssertEnd(dx);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(49)]
    [InlineData(64)]
    [InlineData(131)]
    public void Means_of_planes(int numbers)
    {
        var random = new Random(numbers);
        for (int planes = 1; planes < 20; planes++)
        {
            GuardedRows<double> x = Rows<double>(random, 3, planes * numbers, planes), y = Rows<double>(random, 3, planes, planes).Guarded();
            Pool.PlaneMeans(3, x.Rows, y.Rows);
            GuardedRows<double> dx = Rows<double>(random, 3, planes * numbers, planes).Guarded();
            Pool.PlaneMeansGradient(3, y.Rows, dx.Rows);
            for (int at = 0; at < planes * numbers; at++)
            {
                int plane = at / numbers;
                Expected.Close(y[1, plane], Enumerable.Range(plane * numbers, numbers).Average(i => x[1, i]), 4 * numbers, "means", 1, plane);
                Expected.Close(dx[2, at], y[2, plane] / numbers, 4, "gradients", 2, at);
            }

            AssertEnd(y);
            AssertEnd(dx);
        }
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 1)]
    [InlineData(3, 1, 1)]
    [InlineData(2, 3, 0)]
    public void NaN_is_the_maximum_of_its_windows(int size, int stride, int padding)
    {
        var geometry = new PlainPool(1, 6, 40, (size, size), (stride, stride), (padding, padding));
        for (int at = 0; at < geometry.Numbers; at++)
        {
            GuardedRows<float> x = GuardedRows<float>.Dense(1, geometry.Numbers, 1), y = GuardedRows<float>.Dense(1, geometry.Results, 2);
            x[0, at] = float.NaN;
            Pool.Maximum(1, x.Rows, y.Rows, geometry.Windows);
            Assert.All(geometry.All(), window => Assert.Equal(window.Places.Contains(at), float.IsNaN(y[0, window.Number])));
        }
    }

    [Fact]
    public void A_plane_of_the_smallest_numbers_has_a_maximum_and_a_gradient()
    {
        var geometry = new PlainPool(1, 4, 10, (2, 2), (2, 2), (0, 0));
        GuardedRows<float> x = GuardedRows<float>.Dense(1, 40, 1), y = GuardedRows<float>.Dense(1, 10, 2), dx = GuardedRows<float>.Dense(1, 40, 3);
        for (int at = 0; at < 40; at++)
            x[0, at] = float.NegativeInfinity;
        Pool.Maximum(1, x.Rows, y.Rows, geometry.Windows);
        Assert.All(Enumerable.Range(0, 10), k => Assert.Equal(float.NegativeInfinity, y[0, k]));
        Array.ForEach([.. Enumerable.Range(0, 10)], k => y[0, k] = k + 1);
        Pool.MaximumGradient(1, x.Rows, y.Rows, dx.Rows, geometry.Windows);
        Assert.All(geometry.All(), window => Assert.Equal([window.Number + 1, 0, 0, 0], window.Places.Select(at => dx[0, at])));
    }

    private static void Run<T>(bool isMaximum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        for (int trial = 0; trial < Geometries; trial++)
        {
            PlainPool geometry = PlainPool.Any(random);
            Compare<T>(random, geometry, isMaximum, trial, (rows, x, y, windows) =>
            {
                if (isMaximum)
                    Pool.Maximum(rows, x, y, windows);
                else
                    Pool.Average(rows, x, y, windows);
            }, (rows, x, dy, dx, windows) =>
            {
                if (isMaximum)
                    Pool.MaximumGradient(rows, x, dy, dx, windows);
                else
                    Pool.AverageGradient(rows, dy, dx, windows);
            });
        }
    }

    /// <summary>The loops themselves, with vectors that the processor may not have: .NET computes those without.</summary>
    private static void InVectors<TPool, TLanes, T>(bool isMaximum)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(TLanes) == typeof(Lanes512<T>) && !Simd.Use512)
            return;
        var random = new Random(2);
        for (int trial = 0; trial < Geometries; trial++)
        {
            PlainPool geometry = PlainPool.Any(random);
            PoolWindows windows = geometry.Windows;
            if (windows.EndWhole - windows.FirstWhole < TLanes.Count)
                continue;
            T scale = isMaximum ? T.One : T.One / T.CreateTruncating(geometry.Size.Rows * geometry.Size.Columns);
            if (windows.AreFours)
                InVectors<FourForward, FourAdjoint, TPool, PairedWindows, TLanes, T>(random, geometry, isMaximum, trial, scale);
            if (windows.Stride.Columns == 1)
                InVectors<PoolForward, PoolAdjoint, TPool, AdjacentWindows, TLanes, T>(random, geometry, isMaximum, trial, scale);
            if (windows.Stride.Columns == 2 && windows.Size.Columns > 1)
                InVectors<PoolForward, PoolAdjoint, TPool, PairedWindows, TLanes, T>(random, geometry, isMaximum, trial, scale);
        }
    }

    private static void InVectors<TForward, TAdjoint, TPool, TColumns, TLanes, T>(Random random, PlainPool geometry, bool isMaximum, int trial, T scale)
        where TForward : struct, IPoolPass
        where TAdjoint : struct, IPoolPass
        where TPool : struct, IPool
        where TColumns : struct, IWindowColumns
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Compare<T>(
            random, geometry, isMaximum, trial,
            (rows, x, y, windows) => TForward.Run<TPool, TColumns, TLanes, T>(rows, x, y, default, windows, scale),
            (rows, x, dy, dx, windows) => TAdjoint.Run<TPool, TColumns, TLanes, T>(rows, x, dy, dx, windows, scale));

    private delegate void ForwardPass<T>(int rows, Rows<T> x, Rows<T> y, PoolWindows windows)
        where T : unmanaged;

    private delegate void BackwardPass<T>(int rows, Rows<T> x, Rows<T> dy, Rows<T> dx, PoolWindows windows)
        where T : unmanaged;

    private static void Compare<T>(Random random, PlainPool geometry, bool isMaximum, int trial, ForwardPass<T> forward, BackwardPass<T> backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = 1 + trial % 3;
        GuardedRows<T> x = Rows<T>(random, rows, geometry.Numbers, trial), y = Rows<T>(random, rows, geometry.Results, trial).Guarded();
        GuardedRows<T> dy = Rows<T>(random, rows, geometry.Results, trial + 1), dx = Rows<T>(random, rows, geometry.Numbers, trial / 2).Guarded();
        forward(rows, x.Rows, y.Rows, geometry.Windows);
        backward(rows, x.Rows, dy.Rows, dx.Rows, geometry.Windows);
        AssertEnd(y);
        AssertEnd(dx);
        int numbers = geometry.Size.Rows * geometry.Size.Columns;
        for (int row = 0; row < rows; row++)
        {
            var gradients = new double[geometry.Numbers];
            foreach ((int number, int[] places) in geometry.All())
            {
                double[] window = [.. places.Select(at => double.CreateTruncating(x[row, at]))];
                double gradient = double.CreateTruncating(dy[row, number]);
                Expected.Close(y[row, number], isMaximum ? window.Max() : window.Sum() / numbers, isMaximum ? 0 : 4 * numbers, geometry.ToString(), row, number);
                if (isMaximum)
                    gradients[places[Array.IndexOf(window, window.Max())]] += gradient;
                else
                    Array.ForEach(places, at => gradients[at] += gradient / numbers);
            }

            for (int at = 0; at < gradients.Length; at++)
                Expected.Close(dx[row, at], gradients[at], 4 * numbers, geometry + " backward", row, at);
        }
    }

    /// <summary>The caller's rows, or padded ones; numbers of which some are equal.</summary>
    private static GuardedRows<T> Rows<T>(Random random, int rows, int columns, int trial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> result = trial % 2 == 0 ? GuardedRows<T>.Dense(rows, columns, 1) : GuardedRows<T>.PaddedRows(rows, columns, 1, T.NaN, trial % 4 / 2);
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < columns; j++)
                result[row, j] = T.CreateTruncating(random.Next(-4, 4) / 8.0);
        }

        return result;
    }

    /// <summary>Zeros to the end of the cache line of padded rows, and nothing written behind.</summary>
    private static void AssertEnd<T>(GuardedRows<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int end = rows.Stride == rows.Columns ? rows.Columns : GuardedRows<T>.Padded(rows.Columns);
        rows.AssertZero(rows.Columns, end);
        rows.AssertUntouchedBehind(end);
    }
}
