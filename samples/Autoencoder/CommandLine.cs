using System;
using System.CommandLine;

namespace Autoencoder;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of the four IDX files.</param>
/// <param name="Epochs">How often the network sees all training images.</param>
/// <param name="Seed">Of the weights, the order of the images, the noise, and the drawn digits.</param>
/// <param name="Denoise">Whether noise is to be taken away, in place of the plane.</param>
/// <param name="Noise">The standard deviation of the noise; a pixel is 0 to 1.</param>
/// <param name="Picture">The file of the picture, or null.</param>
internal sealed record Options(string Data, int Epochs, int Seed, bool Denoise, double Noise, string? Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    private const int PlaneEpochs = 30, DenoisingEpochs = 10;

    public static RootCommand Create(Func<Options, int> run)
    {
        var data = new Option<string>("--data") { Description = "The folder of the four IDX files, plain or .gz.", DefaultValueFactory = _ => "data/mnist" };
        var epochs = new Option<int?>("--epochs") { Description = $"The passes through the training images; {PlaneEpochs}, {DenoisingEpochs} with --denoise." };
        var seed = new Option<int>("--seed") { Description = "Of the weights, the order, the noise, and the digits it draws.", DefaultValueFactory = _ => 1 };
        var denoise = new Option<bool>("--denoise") { Description = "Learn to take noise away, in place of the plane." };
        var noise = new Option<double>("--noise") { Description = "The standard deviation of that noise; a pixel is 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var picture = new Option<string?>("--picture") { Description = "The SVG file: the plane of digits and reconstructions, or digits with and without noise." };
        epochs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--epochs must be at least 1.");
        });
        noise.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and < double.PositiveInfinity))
                result.AddError("--noise must be a finite number that is not negative.");
        });

        var root = new RootCommand("Learns digits without their labels: 784 pixels to 2 numbers and back, or noise away.") { data, epochs, seed, denoise, noise, picture };
        root.SetAction(parsed => run(new Options(
            parsed.GetValue(data)!, parsed.GetValue(epochs) ?? (parsed.GetValue(denoise) ? DenoisingEpochs : PlaneEpochs), parsed.GetValue(seed), parsed.GetValue(denoise),
            parsed.GetValue(noise), parsed.GetValue(picture))));
        return root;
    }
}
