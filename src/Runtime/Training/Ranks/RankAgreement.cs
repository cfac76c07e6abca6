using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;

namespace GenNet;

/// <summary>What ranks do before a fit: that all want the same is checked on all of them, and parameters and optimizer become those of rank 0.</summary>
internal static class RankAgreement
{
    private const char Refused = '!', Agreed = '=', Line = '\n';

    /// <summary>Tells the other ranks that this one refuses the fit.</summary>
    public static void Refuse(GradientExchange ranks, Exception refusal) => Exchange(ranks, Refused + refusal.Message);

    /// <summary>That all ranks have the same settings, each a name and a value.</summary>
    /// <exception cref="InvalidOperationException">They have not, or a rank refuses: the message, which is the same on all that do not refuse, says how they differ.</exception>
    public static void Check(GradientExchange ranks, IEnumerable<KeyValuePair<string, string>> settings)
    {
        string[] all = Exchange(ranks, Agreed + string.Join(Line, settings.Select(setting => $"{setting.Key} {setting.Value.Replace(Line, ' ')}")));
        int refusing = Array.FindIndex(all, text => text[0] == Refused);
        if (refusing >= 0)
            throw new InvalidOperationException($"Rank {refusing} refuses the fit: {all[refusing][1..]}");
        string[] differences = [.. all.Select((text, rank) => (text, rank)).Skip(1).SelectMany(other => Differences(all[0], other.text, other.rank))];
        if (differences.Length > 0)
            throw new InvalidOperationException($"The ranks do not want the same fit: {string.Join("; ", differences)}. Start the same program with the same settings on all of them.");
    }

    /// <summary>Parameters and optimizer become those of rank 0.</summary>
    public static void Begin<TNet, T>(GradientExchange ranks, TNet network, IOptimizer<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RankBytes.Broadcast(ranks, network.Parameters);
        if (TNet.HasDropout)
        {
            DropoutNoise noise = network.Memory.Workspace.Noise;
            RankBytes.Broadcast(ranks, new Span<DropoutNoise>(ref noise));
            network.Memory.Workspace.Noise = noise;
        }

        if (optimizer is not IOptimizerState<T> stateful)
            return;
        long steps = stateful.Steps;
        RankBytes.Broadcast(ranks, new Span<long>(ref steps));
        var state = new Dictionary<string, T[]>(StringComparer.Ordinal);
        foreach (string name in steps == 0 ? [] : stateful.StateNames)
        {
            var buffer = new T[TNet.Layout.TrainableLength];
            if (ranks.Rank == 0)
                stateful.State(name).CopyTo(buffer);
            RankBytes.Broadcast<T>(ranks, buffer);
            state[name] = buffer;
        }

        if (ranks.Rank > 0)
            stateful.Restore(steps, state);
    }

    /// <summary>A file that rank 0 reads for all: the others need not see its folder.</summary>
    /// <exception cref="IOException">It cannot be read, of which all ranks hear.</exception>
    public static SafeTensorsFile Read(GradientExchange ranks, string path)
    {
        byte[] bytes = [];
        string failure = "";
        if (ranks.Rank == 0)
        {
            try
            {
                bytes = File.ReadAllBytes(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failure = exception.Message;
            }
        }

        failure = Exchange(ranks, failure)[0];
        if (failure.Length > 0)
            throw new IOException(failure);
        int length = bytes.Length;
        RankBytes.Broadcast(ranks, new Span<int>(ref length));
        if (ranks.Rank > 0)
            bytes = new byte[length];
        RankBytes.Broadcast<byte>(ranks, bytes);
        using var stream = new MemoryStream(bytes);
        return SafeTensorsFile.Read(stream, path);
    }

    private static IEnumerable<string> Differences(string first, string other, int rank)
    {
        string[] expected = first.Split(Line), actual = other.Split(Line);
        return expected.Length == actual.Length
            ? expected.Zip(actual).Where(pair => pair.First != pair.Second).Select(pair => $"rank 0 has {pair.First.TrimStart(Agreed)}, rank {rank} has {pair.Second.TrimStart(Agreed)}")
            : [$"rank 0 has {expected.Length} settings, rank {rank} has {actual.Length}"];
    }

    /// <summary>The texts of all ranks.</summary>
    private static string[] Exchange(GradientExchange ranks, string text)
    {
        byte[] own = Encoding.UTF8.GetBytes(text);
        var lengths = new int[ranks.Size];
        int length = own.Length;
        ranks.Gather(Bytes<int>(new Span<int>(ref length)), Bytes<int>(lengths));
        int most = lengths.Max();
        Array.Resize(ref own, most);
        var all = new byte[most * ranks.Size];
        if (most > 0)
            ranks.Gather(own, all);
        return [.. lengths.Select((count, rank) => Encoding.UTF8.GetString(all, rank * most, count))];
    }

    private static Span<byte> Bytes<T>(Span<T> numbers)
        where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers);
}
