using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Tests;

namespace GenNet.Fuzz.Declarations;

/// <summary>A user's source with some networks, each in a file of its own where files matter.</summary>
internal sealed record Source(ImmutableArray<NetworkText> Networks)
{
    private const string Before = """
        public class WithSave { public void Plain() { } }
        public class Needs(int size) { public int Size => size; }
        [Network] [Dense(3, 4)] public partial class Known;
        [Block] [Dense(5, Activation.Tanh, Name = "a")] [Maxout(7)] public static class Hidden;
        [Block] [Layers(typeof(Hidden), Repeat = 2)] [Dense(9, Name = "a")] public abstract class Deep;
        [Block] [Dense(6, Activation.Tanh)] [Dense(8)] [Residual(2, Activation.Tanh, Projection = true, Name = "past")] [Dense(8)] [Residual(1)] public class Bridge;
        [Block] [Dense(5)] [Residual(2)] public class Reaching;
        [Block] [Layers(typeof(Round))] public class Round;
        [Block] public class Empty;
        public static class Own { public const int Four = 4, Twice = 2 * Known.OutputSize; }

        """;

    public override string ToString() => Before + string.Concat(Networks.Select(network => GeneratorRun.NextFile + network));

    public IEnumerable<Source> Smaller()
    {
        for (int i = 0; i < Networks.Length; i++)
        {
            yield return new Source(Networks.RemoveAt(i));
            foreach (NetworkText smaller in Networks[i].Smaller())
                yield return new Source(Networks.SetItem(i, smaller));
        }
    }
}
