using System;
using System.Linq;

namespace CharacterModel;

/// <summary>A network that <c>--model</c> names.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Run">Trains or loads it, and has it speak.</param>
internal sealed record LanguageModel(string Name, Func<LanguageModel, Options, Corpus, LearningCurve> Run)
{
    public static readonly LanguageModel[] All =
    [
        new("gru", Learning.Run<GruNet>),
        new("decoder", Learning.Run<DecoderNet>) { Places = Corpus.Window },
    ];

    /// <summary>How many steps there can be before the state must be begun anew; null where any number can.</summary>
    public int? Places { get; private init; }

    public static LanguageModel Of(string name) => All.First(model => model.Name == name);
}
