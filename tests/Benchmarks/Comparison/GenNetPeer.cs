using System;
using System.IO;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Comparison;

/// <summary>
/// GenNet's side of the comparison: the same requests and answers as the scripts in peers. It is a process of its own for
/// each case, so that the code that the JIT makes is that of a program which does this work and no other.
/// </summary>
internal static class GenNetPeer
{
    public static int Serve(string name, int threads)
    {
        using TextWriter answers = Console.Out;
        string version = typeof(Trainer<>).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        Send(answers, new Answer { Name = name, Version = version, Detail = Detail(), Threads = threads });
        IServedNetwork? network = null;
        while (Console.In.ReadLine() is { } line)
        {
            Request request = JsonSerializer.Deserialize(line, PeerJson.Default.Request)!;
            if (request.Op == "quit")
                break;
            try
            {
                if (request.Op == "load")
                    network = Load(request, threads);
                Send(answers, Reply(network!, request));
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException)
            {
                Send(answers, new Answer { Error = error.Message });
            }
        }

        return 0;
    }

    /// <summary>Runtime, compiler, and the width of the vectors that networks are computed in.</summary>
    public static string Detail() =>
        $".NET {Environment.Version}, {(RuntimeFeature.IsDynamicCodeCompiled ? "JIT" : "NativeAOT")}, {(Simd.Use512 ? 512 : 8 * Vector<byte>.Count)} bits";

    private static IServedNetwork Load(Request request, int threads)
    {
        IServedNetwork network = Subject.Named(request.Network!).Serve(request.Folder!);
        network.Load(request.Work == "train", request.Batch, request.Batches, request.Rate, threads, request.Optimizer);
        return network;
    }

    private static Answer Reply(IServedNetwork network, Request request)
    {
        switch (request.Op)
        {
            case "load":
                return new Answer();
            case "outputs":
                FloatFile.Write(request.Path!, network.Outputs());
                return new Answer();
            case "losses":
                return new Answer { Losses = network.Losses(request.Iterations) };
            case "measure":
                (double seconds, int iterations) = network.Measure(request.Iterations);
                return new Answer { Seconds = seconds, Iterations = iterations };
            default:
                return new Answer { Error = $"There is no '{request.Op}' here." };
        }
    }

    private static void Send(TextWriter answers, Answer answer)
    {
        answers.WriteLine(JsonSerializer.Serialize(answer, PeerJson.Default.Answer));
        answers.Flush();
    }
}
