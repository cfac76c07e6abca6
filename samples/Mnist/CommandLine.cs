using System;
using System.CommandLine;
using System.Linq;

namespace Mnist;

/// <summary>What the command line asks for.</summary>
/// <param name="Model">The network and its way of training.</param>
/// <param name="Data">The folder of the four IDX files.</param>
/// <param name="Epochs">The passes through the training images.</param>
/// <param name="Batch">The images of one step.</param>
/// <param name="LearningRate">The learning rate, at the beginning where there is a schedule.</param>
/// <param name="Seed">Of the weights, the order and the drawn digits.</param>
/// <param name="Output">The file of the trained model.</param>
/// <param name="Picture">The file of its filters and feature maps, or null.</param>
/// <param name="Download">Whether to fetch the files first.</param>
/// <param name="Mirror">Where from.</param>
/// <param name="Mpi">The shares of a batch where ranks divide it, 0 for one for each rank; null for one process.</param>
internal sealed record MnistOptions(
    MnistModel Model, string Data, int Epochs, int Batch, float LearningRate, int Seed, string Output, string? Picture, bool Download, Uri Mirror, int? Mpi);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    private static readonly Uri DefaultMirror = new("https://ossci-datasets.s3.amazonaws.com/mnist/");

    public static RootCommand Create(Func<MnistOptions, int> run)
    {
        var model = new Option<string>("--model") { Description = "The network.", DefaultValueFactory = _ => "784-100-10" };
        model.AcceptOnlyFromAmong([.. MnistModel.All.Select(known => known.Name)]);
        var data = new Option<string>("--data") { Description = "The folder of the four IDX files, plain or .gz.", DefaultValueFactory = _ => "data/mnist" };
        var epochs = new Option<int?>("--epochs") { Description = $"The passes through the training images; {Defaults(known => known.Epochs)}." };
        var batch = new Option<int?>("--batch") { Description = $"The images of one step; {Defaults(known => known.Batch)}." };
        var rate = new Option<float?>("--learning-rate") { Description = $"The learning rate; {Defaults(known => known.LearningRate)}." };
        var seed = new Option<int>("--seed") { Description = "Of the weights, the order, and the digits it draws.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--output") { Description = "The file of the trained model.", DefaultValueFactory = _ => "mnist.safetensors" };
        var picture = new Option<string?>("--picture") { Description = "The SVG file of a convolutional network's filters and of what it makes of a digit." };
        var download = new Option<bool>("--download") { Description = "Fetch the files into the data folder first, and check them." };
        var mirror = new Option<Uri>("--mirror")
        {
            Description = "The address of a folder with the four .gz files.",
            DefaultValueFactory = _ => DefaultMirror,
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                ? new Uri(result.Tokens[0].Value.TrimEnd('/') + "/")
                : Refuse<Uri>(result, "--mirror must be an http or https address"),
        };

        var mpi = new Option<int?>("--mpi") { Description = "The shares of a batch that the processes of mpirun divide: the same result for any number of them; 0 for as many as there are processes." };
        mpi.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 1024)
                result.AddError("--mpi must be 0 to 1024 shares.");
        });

        AtLeastOne(epochs);
        AtLeastOne(batch);
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<float?>() is not (null or (> 0 and < float.PositiveInfinity)))
                result.AddError("--learning-rate must be a finite number above 0.");
        });

        var root = new RootCommand("Trains a network on MNIST, or on digits that it draws itself where there is no data.")
        {
            model, data, epochs, batch, rate, seed, output, picture, download, mirror, mpi,
        };
        root.SetAction(parsed =>
        {
            MnistModel chosen = MnistModel.Of(parsed.GetValue(model)!);
            return run(new MnistOptions(
                chosen, parsed.GetValue(data)!, parsed.GetValue(epochs) ?? chosen.Epochs, parsed.GetValue(batch) ?? chosen.Batch,
                parsed.GetValue(rate) ?? chosen.LearningRate, parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(picture), parsed.GetValue(download),
                parsed.GetValue(mirror)!, parsed.GetValue(mpi)));
        });
        return root;
    }

    /// <summary>What the models take, as "10, 20 for modern".</summary>
    private static string Defaults(Func<MnistModel, object> value)
    {
        object usual = value(MnistModel.All[0]);
        return string.Join(", ", MnistModel.All.Where(model => !value(model).Equals(usual)).Select(model => $"{value(model)} for {model.Name}").Prepend($"{usual}"));
    }

    private static void AtLeastOne(Option<int?> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() < 1)
            result.AddError($"{option.Name} must be at least 1.");
    });

    private static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError($"{message}, got '{result.Tokens[0].Value}'.");
        return default;
    }
}
