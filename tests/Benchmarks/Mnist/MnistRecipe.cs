using System.Globalization;

namespace GenNet.Benchmarks.Mnist;

/// <summary>A training on MNIST that both sides carry out: from the start of the program to the goal.</summary>
internal sealed record MnistRecipe(string Data, int Seed, int Threads)
{
    /// <summary>784-100-10 with gradient descent, or lenet with Adam.</summary>
    public string Model { get; init; } = "784-100-10";

    /// <summary>The rows of a step.</summary>
    public int Batch { get; init; } = 32;

    public float Rate { get; init; } = 0.5f;

    /// <summary>The fraction of the test set that must be read correctly; looked at after each epoch.</summary>
    public double Goal { get; init; } = 0.975;

    /// <summary>After this many the training ends without the goal.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>That of a model: what it can be asked for, by steps that suit it.</summary>
    public static MnistRecipe Of(string model, string data, int seed, int threads) => model == "lenet"
        ? new MnistRecipe(data, seed, threads) { Model = model, Rate = 1e-3f, Goal = 0.99 }
        : new MnistRecipe(data, seed, threads);

    /// <summary>The command line of both programs.</summary>
    public string[] Arguments =>
    [
        Data, "--model", Model, "--seed", Text(Seed), "--threads", Text(Threads), "--batch", Text(Batch), "--rate", Text(Rate), "--goal", Text(Goal), "--epochs", Text(Epochs),
    ];

    /// <summary>From such a command line. By hand: the time of a parser would be counted as the library's.</summary>
    public static MnistRecipe Parse(string[] arguments)
    {
        var recipe = new MnistRecipe(arguments[0], Seed: 1, Threads: 1);
        for (int i = 1; i + 1 < arguments.Length; i += 2)
        {
            if (arguments[i] == "--model")
            {
                recipe = recipe with { Model = arguments[i + 1] };
                continue;
            }

            double value = double.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            recipe = arguments[i] switch
            {
                "--seed" => recipe with { Seed = (int)value },
                "--threads" => recipe with { Threads = (int)value },
                "--batch" => recipe with { Batch = (int)value },
                "--rate" => recipe with { Rate = (float)value },
                "--goal" => recipe with { Goal = value },
                "--epochs" => recipe with { Epochs = (int)value },
                _ => recipe,
            };
        }

        return recipe;
    }

    private static string Text<T>(T value)
        where T : System.IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
