using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using GenNet.Benchmarks.Comparison;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Convolutions;

/// <summary>GenNet's side of the comparison of convolutions: as an emitted network calls them, the frames of zeros included.</summary>
internal sealed class ConvolutionPeer
{
    private readonly ConvolutionCase _case;
    private readonly Buffer _x, _w, _dz, _z, _framedX, _framedDz, _dw, _dx;

    private ConvolutionPeer(ConvolutionCase @case)
    {
        _case = @case;
        Window window = @case.Window;
        int images = @case.Channels * @case.Size * @case.Size, outputs = @case.Filters * @case.Outputs * @case.Outputs;
        (int framedImage, int framedOutput) = Convolution.FramedSizes(window);
        _x = new Buffer(@case.Batch, images, 1);
        _w = new Buffer(@case.Filters, @case.Channels * @case.Kernel * @case.Kernel, 2);
        _dz = new Buffer(@case.Batch, outputs, 3);
        _z = new Buffer(@case.Batch, outputs, 0);
        _framedX = new Buffer(@case.Batch, framedImage, 0);
        _framedDz = new Buffer(@case.Batch, framedOutput, 0);
        _dw = new Buffer(@case.Filters, _w.Columns, 0);
        _dx = new Buffer(@case.Batch, images, 0);
    }

    private Buffer Result => _case.Product switch
    {
        Product.Forward => _z,
        Product.WeightGradient => _dw,
        _ => _dx,
    };

    public static int Serve()
    {
        Send(new Answer { Name = "GenNet", Version = "", Detail = "", Threads = 1 });
        ConvolutionPeer? peer = null;
        while (Console.In.ReadLine() is { } line)
        {
            Request request = JsonSerializer.Deserialize(line, PeerJson.Default.Request)!;
            if (request.Op == "quit")
                break;
            if (request.Op == "load")
                peer = new ConvolutionPeer(ConvolutionCase.Of(request));
            Send(request.Op switch
            {
                "outputs" => peer!.Write(request.Path!),
                "measure" => new Answer { Seconds = peer!.Measure(request.Iterations), Iterations = request.Iterations },
                _ => new Answer(),
            });
        }

        return 0;
    }

    private double Measure(int iterations)
    {
        Convolution.Frame(_case.Batch, _x.Rows, _framedX.Rows, _case.Window);
        Convolution.FrameGradient(_case.Batch, _dz.Rows, _framedDz.Rows, _case.Window);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < iterations; i++)
            Run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>A frame belongs to what it is made for: that of the images to the way forward, that of the gradient to the weights' half of the way back.</summary>
    private void Run()
    {
        switch (_case.Product)
        {
            case Product.Forward:
                Convolution.Frame(_case.Batch, _x.Rows, _framedX.Rows, _case.Window);
                Convolution.Forward(_case.Batch, _framedX.Rows, _w.Rows, _z.Rows, _case.Window);
                break;
            case Product.WeightGradient:
                Convolution.FrameGradient(_case.Batch, _dz.Rows, _framedDz.Rows, _case.Window);
                Convolution.WeightGradient(_case.Batch, _framedX.Rows, _framedDz.Rows, _dw.Rows, _case.Window, Share.Whole(first: true));
                break;
            default:
                Convolution.Backward(_case.Batch, _framedDz.Rows, _w.Rows, _dx.Rows, _case.Window);
                break;
        }
    }

    private Answer Write(string path)
    {
        Measure(1);
        FloatFile.Write(path, Result.Dense());
        return new Answer();
    }

    private static void Send(Answer answer)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(answer, PeerJson.Default.Answer));
        Console.Out.Flush();
    }

    /// <summary>Rows in memory as a plan lays them out, with numbers that the other program draws too: k / 97 of the k-th multiple of 31 modulo 97, less a half.</summary>
    private sealed class Buffer
    {
        private const int Line = 16;
        private readonly AlignedBuffer<float> _memory;
        private readonly int _rows, _stride;

        public Buffer(int rows, int columns, int seed)
        {
            (_rows, Columns) = (rows, columns);
            int lines = (columns + Line - 1) / Line;
            _stride = (lines >= 8 && lines % 4 == 0 ? lines + 1 : lines) * Line;
            _memory = new AlignedBuffer<float>(rows * _stride + Line);
            for (int i = 0; seed > 0 && i < rows * columns; i++)
                _memory.Span[i / columns * _stride + i % columns] = (i * 31L + seed) % 97 / 97f - 0.5f;
        }

        public int Columns { get; }

        public Rows<float> Rows => new(ref _memory.Origin, Columns, _stride);

        public float[] Dense() => [.. Enumerable.Range(0, _rows).SelectMany(row => _memory.Span.Slice(row * _stride, Columns).ToArray())];
    }
}
