using System;
using System.Text.Json;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Streaming;

/// <summary>GenNet's side of the comparison of single steps: a process of its own for each case.</summary>
internal static class StreamingPeer
{
    public static int Serve()
    {
        Send(new Answer { Name = "GenNet", Version = "", Detail = GenNetPeer.Detail(), Threads = 1 });
        IServedSteps? network = null;
        while (Console.In.ReadLine() is { } line)
        {
            Request request = JsonSerializer.Deserialize(line, PeerJson.Default.Request)!;
            if (request.Op == "quit")
                break;
            if (request.Op == "load")
                network = StreamingCase.Named(request.Network!).Serve(request.Folder!);
            Send(request.Op switch
            {
                "outputs" => Write(network!, request.Path!),
                "measure" => Measure(network!, request.Iterations),
                _ => new Answer(),
            });
        }

        return 0;
    }

    private static Answer Write(IServedSteps network, string path)
    {
        FloatFile.Write(path, network.Outputs());
        return new Answer();
    }

    private static Answer Measure(IServedSteps network, int iterations)
    {
        (double seconds, long bytes) = network.Measure(iterations);
        return new Answer { Seconds = seconds, Iterations = iterations, Bytes = bytes };
    }

    private static void Send(Answer answer)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(answer, PeerJson.Default.Answer));
        Console.Out.Flush();
    }
}
