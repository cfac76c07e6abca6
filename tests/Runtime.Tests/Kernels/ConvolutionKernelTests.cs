using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>
/// The products of convolutions at random geometries, and at such as few images have, against plain loops. NaN stands behind all rows and in the padding of the weights: it counts nowhere, and what stands behind the
/// rows of a result keeps its bits.
/// </summary>
public class ConvolutionKernelTests
{
    private const int Geometries = 60;

    [Fact]
    public void Frames_of_floats() => ForAll<float>(1, Frames<float>);

    [Fact]
    public void Frames_of_doubles() => ForAll<double>(2, Frames<double>);

    [Fact]
    public void Forward_of_floats() => ForAll<float>(3, Forward<LanesAny<float>, float>);

    [Fact]
    public void Forward_of_floats_512() => ForAll<float>(4, Forward<Lanes512<float>, float>);

    [Fact]
    public void Forward_of_doubles() => ForAll<double>(5, Forward<LanesAny<double>, double>);

    [Fact]
    public void Forward_of_doubles_512() => ForAll<double>(6, Forward<Lanes512<double>, double>);

    [Fact]
    public void Backward_of_floats() => ForAll<float>(7, Backward<LanesAny<float>, float>);

    [Fact]
    public void Backward_of_floats_512() => ForAll<float>(8, Backward<Lanes512<float>, float>);

    [Fact]
    public void Backward_of_doubles() => ForAll<double>(9, Backward<LanesAny<double>, double>);

    [Fact]
    public void Backward_of_doubles_512() => ForAll<double>(10, Backward<Lanes512<double>, double>);

    [Fact]
    public void Weight_gradient_of_floats() => ForAll<float>(11, WeightGradient<LanesAny<float>, float>);

    [Fact]
    public void Weight_gradient_of_floats_512() => ForAll<float>(12, WeightGradient<Lanes512<float>, float>);

    [Fact]
    public void Weight_gradient_of_doubles() => ForAll<double>(13, WeightGradient<LanesAny<double>, double>);

    [Fact]
    public void Weight_gradient_of_doubles_512() => ForAll<double>(14, WeightGradient<Lanes512<double>, double>);

    [Fact]
    public void Bias_gradient_of_floats() => ForAll<float>(15, BiasGradient<LanesAny<float>, float>);

    [Fact]
    public void Bias_gradient_of_floats_512() => ForAll<float>(16, BiasGradient<Lanes512<float>, float>);

    [Fact]
    public void Bias_gradient_of_doubles() => ForAll<double>(17, BiasGradient<LanesAny<double>, double>);

    [Fact]
    public void Bias_gradient_of_doubles_512() => ForAll<double>(18, BiasGradient<Lanes512<double>, double>);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Turned_matrices(int samples)
    {
        for (int height = 1; height < 20; height++)
        {
            for (int width = 1; width < 20; width++)
            {
                Turn<float>(samples, height, width);
                Turn<double>(samples, height, width);
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var random = new Random(20);
        for (int trial = 0; trial < 5; trial++)
        {
            var data = new ConvolutionData<float>(PlainWindow.Any(random), trial);
            Window window = data.Window;
            GuardedRows<float> z = data.OfSamples(data.Plain.Outputs, 7), phases = data.OfSamples(window.PhasedImage, 8), dx = data.OfSamples(data.Plain.Pixels, 9);
            GuardedRows<float> dw = data.W.Copy(), db = GuardedRows<float>.PaddedRows(1, window.Filters, 10, 0), b = db.Copy();
            Allocation.AssertNone(() =>
            {
                Convolution.Frame(data.Samples, data.X.Rows, data.FramedX.Rows, window);
                Convolution.FrameGradient(data.Samples, data.Dz.Rows, data.FramedDz.Rows, window);
                Convolution.Forward(data.Samples, data.FramedX.Rows, data.W.Rows, b.Rows, z.Rows, window);
                Convolution.Forward(data.Samples, data.FramedX.Rows, data.W.Rows, z.Rows, window);
                Convolution.Forward(data.Samples, data.FramedX.Rows, data.W.Rows, b.Rows, b.Rows, z.Rows, window);
                Convolution.Backward(data.Samples, data.FramedDz.Rows, data.W.Rows, phases.Rows, window);
                Convolution.Join(data.Samples, phases.Rows, dx.Rows, window);
                Convolution.WeightGradient(data.Samples, data.FramedX.Rows, data.FramedDz.Rows, dw.Rows, window, new Share(0, 1, first: false));
                Convolution.BiasGradient(data.Samples, data.FramedDz.Rows, db.Rows, window, new Share(0, 1, first: true));
                Convolution.PlaneGradient(data.Samples, data.Dz.Rows, db.Rows, new Share(0, 1, first: false));
            });
        }
    }

    private static void ForAll<T>(int seed, Action<ConvolutionData<T>> check)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        for (int trial = 0; trial < Geometries; trial++)
            check(new ConvolutionData<T>(PlainWindow.Any(random), trial));
        foreach ((int trial, PlainWindow window) in PlainWindow.Edges.Index())
            check(new ConvolutionData<T>(window, trial));
    }

    /// <summary>Each number at its place, zeros everywhere else.</summary>
    private static void Frames<T>(ConvolutionData<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        data.FramedX.AssertUntouchedBehind(data.Window.FramedImage);
        data.FramedDz.AssertUntouchedBehind(data.Window.FramedOutput);
        AssertPlaces(data.X, data.FramedX, data.Plain.PlaceOfPixel);
        AssertPlaces(data.Dz, data.FramedDz, data.Plain.PlaceOfOutput);
    }

    private static void AssertPlaces<T>(GuardedRows<T> images, GuardedRows<T> framed, Func<int, int> placeOf)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] places = [.. Enumerable.Range(0, images.Columns).Select(placeOf)];
        for (int row = 0; row < images.Count; row++)
        {
            var expected = new T[framed.Columns];
            for (int i = 0; i < places.Length; i++)
                expected[places[i]] = images[row, i];
            for (int i = 0; i < expected.Length; i++)
                Assert.True(expected[i] == framed[row, i], $"Number {i} of {framed.Columns} is {framed[row, i]} instead of {expected[i]}.");
        }
    }

    private static void Forward<TLanes, T>(ConvolutionData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T>? bias = data.Bias(data.Window.Filters), scale = data.Scale(data.Window.Filters);
        GuardedRows<T> z = data.OfSamples(data.Plain.Outputs, 7).Guarded();
        WindowProduct<TLanes, T>.Forward(data.Samples, data.FramedX.Rows, data.W.Rows, scale is null ? default : scale.Rows, bias is null ? default : bias.Rows, z.Rows, data.Window);
        z.AssertUntouchedBehind(z.Columns);
        data.AssertForward(scale, bias, z);
    }

    private static void Backward<TLanes, T>(ConvolutionData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T>? bias = data.Bias(data.Window.Image.Channels), scale = data.Scale(data.Window.Image.Channels);
        GuardedRows<T> phases = data.OfSamples(data.Window.PhasedImage, 8).Guarded();
        WindowProduct<TLanes, T>.Backward(data.Samples, data.FramedDz.Rows, data.W.Rows, scale is null ? default : scale.Rows, bias is null ? default : bias.Rows, phases.Rows, data.Window);
        phases.AssertUntouchedBehind(phases.Columns);
        GuardedRows<T> dx = data.OfSamples(data.Plain.Pixels, 9).Guarded();
        Convolution.Join(data.Samples, phases.Rows, dx.Rows, data.Window);
        dx.AssertUntouchedBehind(dx.Columns);
        data.AssertBackward(scale, bias, dx);
    }

    private static void WeightGradient<TLanes, T>(ConvolutionData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (bool first in new[] { true, false })
        {
            GuardedRows<T> before = GuardedRows<T>.PaddedRows(data.Window.Filters, data.Plain.Weights, 11, first ? T.NaN : T.Zero, data.Samples % 2);
            GuardedRows<T> whole = Run(1);
            data.AssertWeightGradient(first ? null : before, whole);
            Run(3).AssertSame(whole, whole.Stride);

            GuardedRows<T> Run(int parts)
            {
                GuardedRows<T> dw = before.Copy();
                for (int part = 0; part < parts; part++)
                {
                    dw.Guarded();
                    WindowGradient<TLanes, T>.Run(data.Samples, data.FramedX.Rows, data.FramedDz.Rows, dw.Rows, data.Window, new Share(part, parts, first));
                    dw.AssertUntouchedBehind(dw.Stride, Share.Start(dw.Count, 1, part, parts), Share.Start(dw.Count, 1, part + 1, parts));
                }

                dw.AssertZero(dw.Columns, dw.Stride);
                return dw;
            }
        }
    }

    private static void BiasGradient<TLanes, T>(ConvolutionData<T> data)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (bool first in new[] { true, false })
        {
            GuardedRows<T> before = GuardedRows<T>.PaddedRows(1, data.Window.Filters, 12, first ? T.NaN : T.Zero), planes = before.Copy().Guarded(), framed = before.Copy().Guarded();
            PlaneSums<TLanes, T>.Run(data.Samples, data.Dz.Rows, planes.Rows, new Share(1, 2, first));
            planes.AssertUntouchedBehind(0);
            PlaneSums<TLanes, T>.Run(data.Samples, data.Dz.Rows, planes.Rows, new Share(0, 2, first));
            Convolution.BiasGradient(data.Samples, data.FramedDz.Rows, framed.Rows, data.Window, new Share(0, 2, first));
            foreach (GuardedRows<T> db in new[] { planes, framed })
            {
                db.AssertUntouchedBehind(db.Stride);
                db.AssertZero(db.Columns, db.Stride);
                data.AssertBiasGradient(first ? null : before, db);
            }
        }
    }

    private static void Turn<T>(int samples, int height, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GuardedRows<T> from = GuardedRows<T>.PaddedRows(samples * height, width, 13, T.NaN), to = GuardedRows<T>.Dense(samples, height * width, 14).Guarded();
        Sequence.Turn(samples, height, from.Rows, to.Rows);
        to.AssertUntouchedBehind(height * width);
        for (int row = 0; row < samples * height; row++)
        {
            for (int j = 0; j < width; j++)
                Assert.Equal(from[row, j], to[row / height, j * height + row % height]);
        }
    }
}
