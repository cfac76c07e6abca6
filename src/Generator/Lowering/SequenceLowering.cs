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

    /// <summary>The features of a sample in one row: those of a sequence are brought together, an image has none but such a row.</summary>
    public static Value Flat(FlattenLayer layer, LoweringContext context)
    {
        if (context.Input.Shape.Rank != 2)
            return context.Input;
        Value a = context.Value("a", layer.Output);
        context.Add(new Flatten(context.Number, a, context.Input));
        return a;
    }
}
