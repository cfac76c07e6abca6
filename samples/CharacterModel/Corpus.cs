using System;
using System.IO;
using System.Linq;
using GenNet;

namespace CharacterModel;

/// <summary>A text as numbers: what is learned from, and its last tenth, which no network sees before it is measured there.</summary>
internal sealed class Corpus
{
    /// <summary>The characters that a network sees at once: those of a row.</summary>
    public const int Window = 64;

    private const int HeldOutPart = 10;

    private readonly float[] _training;

    /// <summary>A text in two parts.</summary>
    /// <param name="text">The numbers of its characters.</param>
    /// <param name="batch">The windows of a step; the training part must have as many.</param>
    /// <exception cref="InvalidDataException">It is too short.</exception>
    public Corpus(float[] text, int batch)
    {
        int heldOut = text.Length / HeldOutPart, least = HeldOutPart * (batch + 1) * Window / (HeldOutPart - 1) + 1;
        if (text.Length < least)
            throw new InvalidDataException($"The text has {text.Length:N0} characters, at least {least:N0} are needed: {HeldOutPart - 1} tenths must be a batch of {batch} windows of {Window}. Give a longer one.");
        _training = text[..^heldOut];
        HeldOut = Cut(text[^heldOut..]);
    }

    /// <summary>The characters to learn from.</summary>
    public int TrainingCharacters => _training.Length;

    /// <summary>The rows of an epoch, but for one.</summary>
    public int TrainingWindows => _training.Length / Window;

    /// <summary>The part that is held out, window after window. Each place counts, so a network is asked with 1 to <see cref="Window"/> characters before its eyes.</summary>
    public Dataset<float> HeldOut { get; }

    /// <summary>The entropy of the single characters to learn from, in bits: what a guess costs that looks at none of those before.</summary>
    public double Entropy => -_training.GroupBy(character => character).Sum(group => (double)group.Count() / _training.Length * Math.Log2((double)group.Count() / _training.Length));

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is too short, or has characters that the networks do not know.</exception>
    public static Corpus Read(string path, int? characters, int batch)
    {
        string text = File.ReadAllText(path);
        if (characters > text.Length)
            throw new InvalidDataException($"--characters: {path} has {text.Length:N0} characters, not {characters:N0}.");
        return new Corpus(Alphabet.Encode(text[..(characters ?? text.Length)], path), batch);
    }

    /// <summary>The windows to learn from, in each epoch cut at other places.</summary>
    public DataStream<float> Training(int seed) => new ShiftedWindows(_training, seed);

    private static Dataset<float> Cut(float[] text)
    {
        int characters = (text.Length - 1) / Window * Window;
        return new Dataset<float>(text.AsMemory(0, characters), text.AsMemory(1, characters), Window, Window);
    }

    /// <summary>Windows one behind the other; each epoch begins somewhere within the first. The targets are the inputs, one character on.</summary>
    private sealed class ShiftedWindows : DataStream<float>
    {
        private readonly float[] _text;
        private readonly int _seed;

        public ShiftedWindows(float[] text, int seed)
            : base(Window, Window)
        {
            _text = text;
            _seed = seed;
            ShuffleRows = text.Length / Window;
        }

        public override DataReader<float> Open() => Open(0);

        public override DataReader<float> Open(long epoch) => new Reader(_text, new RandomStream((ulong)_seed, (ulong)epoch).NextInt(Window));
    }

    private sealed class Reader(float[] text, int start) : DataReader<float>
    {
        private int _start = start;

        public override int Read(Span<float> inputs, Span<float> targets)
        {
            int rows = Math.Min(inputs.Length / Window, (text.Length - 1 - _start) / Window), characters = rows * Window;
            text.AsSpan(_start, characters).CopyTo(inputs);
            text.AsSpan(_start + 1, characters).CopyTo(targets);
            _start += characters;
            return rows;
        }
    }
}
