using System;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Convolutions;
using GenNet.Benchmarks.Mnist;
using GenNet.Benchmarks.Streaming;

namespace GenNet.Benchmarks;

/// <summary>Takes the first word of the command line to where it belongs.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return args switch
        {
            // The time of this one is measured from outside: nothing that it does not need may be loaded before.
            ["train-mnist", _, ..] => TrainMnist.Run(args[1..]),
            ["gennet-peer", var threads] => GenNetPeer.Serve("GenNet", int.Parse(threads, CultureInfo.InvariantCulture)),
            ["convolution-peer"] => ConvolutionPeer.Serve(),
            ["streaming-peer"] => StreamingPeer.Serve(),
            ["kernels", ..] => Kernels(args[1..]),
            _ => Commands(args),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Kernels(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Commands(string[] args) => CommandLine.Create().Parse(args).Invoke();
}
