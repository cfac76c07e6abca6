using System;
using System.CommandLine;

namespace Mish;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of the four IDX files.</param>
/// <param name="Epochs">How often each network sees all training images.</param>
/// <param name="Seed">Of the weights, the order of the images, and the drawn digits.</param>
/// <param name="Picture">The file of the curves.</param>
internal sealed record Options(string Data, int Epochs, int Seed, string Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var data = new Option<string>("--data") { Description = "The folder of the four IDX files, plain or .gz.", DefaultValueFactory = _ => "data/mnist" };
        var epochs = new Option<int>("--epochs") { Description = "The epochs of each network.", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "Of the weights, the order of the images, and the digits it draws.", DefaultValueFactory = _ => 1 };
        var picture = new Option<string>("--picture") { Description = "The SVG file of the curves.", DefaultValueFactory = _ => "mish.svg" };
        epochs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--epochs must be at least 1.");
        });

        var root = new RootCommand("Trains 784-100-10 with Mish, a function of its own, beside SiLU of the library.") { data, epochs, seed, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(data)!, parsed.GetValue(epochs), parsed.GetValue(seed), parsed.GetValue(picture)!)));
        return root;
    }
}
