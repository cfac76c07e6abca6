using System;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace CharacterModel;

/// <summary>What the command line asks for.</summary>
/// <param name="Models">The networks, in the order in which they are trained.</param>
/// <param name="Text">The file of the text.</param>
/// <param name="Characters">How many characters of it are taken, from its beginning; null for all.</param>
/// <param name="Epochs">How often a network sees the training part.</param>
/// <param name="Seed">Of the weights, the order of the windows and the text that is drawn.</param>
/// <param name="Speech">What is to be said at the end.</param>
/// <param name="Output">The file of the trained network, or null.</param>
/// <param name="Load">The file of a network that is trained already, or null.</param>
/// <param name="Picture">The file of the curves, or null.</param>
internal sealed record Options(
    LanguageModel[] Models, string Text, int? Characters, int Epochs, int Seed, Speech Speech, string? Output, string? Load, string? Picture);

/// <summary>What a network is to say.</summary>
/// <param name="Prompt">What it goes on from.</param>
/// <param name="Length">How many characters it adds.</param>
/// <param name="Temperature">1 draws from the probabilities of the network; less prefers the likelier characters, and 0 takes the likeliest.</param>
internal sealed record Speech(string Prompt, int Length, double Temperature);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    private const string Both = "both";

    public static RootCommand Create(Func<Options, int> run)
    {
        var model = new Option<string>("--model") { Description = "The network, or both of them, compared.", DefaultValueFactory = _ => LanguageModel.All[0].Name };
        model.AcceptOnlyFromAmong([.. LanguageModel.All.Select(known => known.Name), Both]);
        var text = new Option<string>("--text") { Description = "A text of one's own; without, plays of Shakespeare.", DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "shakespeare.txt") };
        var characters = new Option<int?>("--characters") { Description = "How many characters of the text are taken, from its beginning; all by default." };
        var epochs = new Option<int>("--epochs") { Description = "The passes through the text.", DefaultValueFactory = _ => 12 };
        var seed = new Option<int>("--seed") { Description = "Of the weights, the order of the text and what is said.", DefaultValueFactory = _ => 1 };
        var prompt = new Option<string>("--prompt") { Description = "What the network goes on from; \\n is the end of a line.", DefaultValueFactory = _ => "\\n" };
        var length = new Option<int>("--length") { Description = "The characters that it adds.", DefaultValueFactory = _ => 500 };
        var temperature = new Option<double>("--temperature") { Description = "1 draws from its probabilities, less prefers the likelier characters, 0 takes the likeliest.", DefaultValueFactory = _ => 0.8 };
        var output = new Option<string?>("--output") { Description = "The file of the trained network." };
        var load = new Option<string?>("--load") { Description = "The file of a network that is trained already." };
        var picture = new Option<string?>("--picture") { Description = "The SVG file: bits per character while they learn." };
        AtLeast(epochs, 1, epochs.Name);
        AtLeast(length, 0, length.Name);
        characters.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--characters must be at least 1.");
        });
        temperature.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and < double.PositiveInfinity))
                result.AddError("--temperature must be a finite number that is not negative.");
        });

        var root = new RootCommand("Learns the next character of a text, and speaks.")
        {
            model, text, characters, epochs, seed, prompt, length, temperature, output, load, picture,
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(model) == Both && (result.GetValue(output) ?? result.GetValue(load)) is not null)
                result.AddError($"--output and --load are of one network: name it with --model {string.Join(" or ", LanguageModel.All.Select(known => known.Name))}.");
            if (result.GetValue(load) is not null && (result.GetValue(output) ?? result.GetValue(picture)) is not null)
                result.AddError("With --load nothing is trained: there is nothing for --output and --picture.");
        });
        root.SetAction(parsed => run(new Options(
            parsed.GetValue(model) is Both ? LanguageModel.All : [LanguageModel.Of(parsed.GetValue(model)!)], parsed.GetValue(text)!, parsed.GetValue(characters),
            parsed.GetValue(epochs), parsed.GetValue(seed),
            new Speech(parsed.GetValue(prompt)!.Replace("\\n", "\n", StringComparison.Ordinal), parsed.GetValue(length), parsed.GetValue(temperature)),
            parsed.GetValue(output), parsed.GetValue(load), parsed.GetValue(picture))));
        return root;
    }

    private static void AtLeast(Option<int> option, int least, string name) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
            result.AddError($"{name} must be at least {least}.");
    });
}
