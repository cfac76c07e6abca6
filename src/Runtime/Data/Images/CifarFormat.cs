using System.Globalization;

namespace GenNet;

/// <summary>
/// A binary format of the CIFAR data sets: records of labels and of 32 x 32 red, then green, then blue bytes. Source: A. Krizhevsky, "Learning Multiple Layers of
/// Features from Tiny Images", 2009, and the page of the data sets.
/// </summary>
/// <param name="LabelBytes">The labels of a record.</param>
/// <param name="Label">Which of them is the class.</param>
/// <param name="Classes">The number of classes.</param>
internal sealed record CifarFormat(int LabelBytes, int Label, int Classes)
{
    /// <summary>The numbers of an image.</summary>
    public const int Numbers = 3 * 32 * 32;

    /// <summary>One label of ten classes.</summary>
    public static CifarFormat Ten { get; } = new(1, 0, 10);

    /// <summary>A coarse label of twenty classes, and a fine one of a hundred.</summary>
    public static CifarFormat Hundred(bool coarse) => coarse ? new(2, 0, 20) : new(2, 1, 100);

    /// <summary>The bytes of a record.</summary>
    public int RecordBytes => LabelBytes + Numbers;

    /// <summary>For messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"records of {RecordBytes} bytes, {LabelBytes} of labels and 3 x 32 x 32 of an image");
}
