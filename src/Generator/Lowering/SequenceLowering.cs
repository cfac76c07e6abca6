using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>Sequences in other shapes.</summary>
internal static class SequenceLowering
{
    /// <summary>The shape of a sequence as an image of one row: its features are the channels, its steps the columns.</summary>
    public static Shape AsImage(Shape sequence) => Shape.Of(sequence.Dimensions[1], 1, sequence.Dimensions[0]);

    /// <summary>Appends a sequence as an image of one row, and returns that.</summary>
    public static Value Turned(LoweringContext context, string name, Value sequence)
    {
        Value image = context.Value(name, AsImage(sequence.Shape));
        context.Add(new Turn(context.Number, image, sequence));
        return image;
    }

    /// <summary>Appends a sequence of such an image, and returns that.</summary>
    public static Value TurnedBack(LoweringContext context, string name, Value image)
    {
        Value sequence = context.Value(name, Shape.Of(image.Shape.Dimensions[2], image.Shape.Dimensions[0]));
        context.Add(new Turn(context.Number, sequence, image));
        return sequence;
    }

    /// <summary>Appends the caller's steps up to the length of each row, and returns them.</summary>
    public static Value Cut(LoweringContext context, Shape shape, Value lengths)
    {
        var sequence = new Value("sequence", shape, ValueKind.Intermediate);
        context.Add(new CutAtLength(context.Number, sequence, lengths, context.Input));
        return sequence;
    }

    /// <summary>Appends the input of a layer that looks at several steps with zeros behind the length of each row, and returns it; the input itself where all rows are alike.</summary>
    public static Value UpToLength(LoweringContext context)
    {
        if (context.Lengths is not { } lengths || context.HasZerosBehindLength)
            return context.Input;
        Value cut = context.Value("r", context.Input.Shape);
        context.Add(new UpToLength(context.Number, cut, context.Input, lengths));
        return cut;
    }

    /// <summary>The features of a sample in one row: those of a sequence are brought together, an image has none but such a row.</summary>
    public static Value Flat(FlattenLayer layer, LoweringContext context)
    {
        if (context.Input.Shape.Rank != 2)
            return context.Input;
        Value a = context.Value("a", layer.Output);
        context.Add(new Flatten(context.Number, a, UpToLength(context)));
        return a;
    }
}
