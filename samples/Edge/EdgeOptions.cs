using System;
using System.Collections.Generic;
using System.Globalization;

namespace Edge;

/// <summary>A command line that says nothing that could be done; the message says what is wrong.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What the command line asks for.</summary>
/// <remarks>Read by hand: System.CommandLine makes the native file twice as big.</remarks>
internal sealed class EdgeOptions
{
    public const string Help = """
        Reads digits, and goes on learning them.

          edge --model FILE [images...]
          edge --model FILE --train IMAGES LABELS [--steps N] [--save FILE] [images...]

        images             files; - is standard input, and so is no file at all where nothing is trained.
                           28 x 28 grey values each: IDX (plain or gzip), PGM (P5) or raw, 784 bytes an image.
        --model FILE       a network in safetensors, such as samples/Mnist saves: 784-100-10 or
                           lenet, which its tensors tell.
        --init NAME        one of them with random weights instead.
        --train IMAGES LABELS
                           two IDX files to learn from first.
        --steps N          the steps of gradient descent (100).
        --batch N          the images of one step (16).
        --learning-rate R  the length of a step (0.1).
        --seed N           of the random weights and of the order of the images (1).
        --save FILE        where the network goes afterwards.

        Each image gives a line: file, number of the image, digit and probability, separated by tabs.

        """;

    /// <summary>The file of the network, or null for random weights.</summary>
    public string? Model { get; private set; }

    /// <summary>The network that begins with random weights, or null where there is a file.</summary>
    public string? Init { get; private set; }

    /// <summary>The images and labels to learn from.</summary>
    public (string Images, string Labels)? Training { get; private set; }

    public int Steps { get; private set; } = 100;

    public int Batch { get; private set; } = 16;

    public float LearningRate { get; private set; } = 0.1f;

    public int Seed { get; private set; } = 1;

    /// <summary>Where the network is saved, or null.</summary>
    public string? Output { get; private set; }

    /// <summary>The files to classify; - is standard input.</summary>
    public List<string> Images { get; } = [];

    /// <summary>The options, or null where help was asked for.</summary>
    /// <exception cref="UsageException">Something is missing, unknown or no number.</exception>
    public static EdgeOptions? Parse(string[] arguments)
    {
        var options = new EdgeOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            string Next() => ++i < arguments.Length ? arguments[i] : throw new UsageException($"{name}: a value is missing.");
            switch (name)
            {
                case "--help" or "-h": return null;
                case "--model": options.Model = Next(); break;
                case "--init": options.Init = Next(); break;
                case "--train": options.Training = (Next(), Next()); break;
                case "--steps": options.Steps = AtLeastOne(name, Next()); break;
                case "--batch": options.Batch = AtLeastOne(name, Next()); break;
                case "--learning-rate": options.LearningRate = Rate(name, Next()); break;
                case "--seed": options.Seed = Whole(name, Next()); break;
                case "--save": options.Output = Next(); break;
                case ['-', _, ..]: throw new UsageException($"{name}: no such option; --help names them.");
                default: options.Images.Add(name); break;
            }
        }

        if (options.Init is null == options.Model is null)
            throw new UsageException("expected either --model FILE or --init NAME; --help says more.");
        if (options.Images.Count == 0 && options.Training is null && options.Output is null)
            options.Images.Add("-");
        return options;
    }

    private static int Whole(string name, string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new UsageException($"{name}: expected a whole number, got '{text}'.");

    private static int AtLeastOne(string name, string text) => Whole(name, text) is >= 1 and var value
        ? value
        : throw new UsageException($"{name}: expected at least 1, got {text}.");

    private static float Rate(string name, string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value is > 0 and < float.PositiveInfinity
            ? value
            : throw new UsageException($"{name}: expected a finite number above 0, got '{text}'.");
}
