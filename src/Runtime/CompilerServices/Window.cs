using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>
/// The geometry of a convolution: a window of kernel rows x kernel columns that moves over images of channels x rows x columns and gives
/// filters x output rows x output columns.
/// </summary>
/// <param name="Image">Channels, rows and columns of what comes in.</param>
/// <param name="Filters">The channels of what goes out.</param>
/// <param name="Kernel">Rows and columns of the window.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Window((int Channels, int Rows, int Columns) Image, int Filters, (int Rows, int Columns) Kernel)
{
    /// <summary>By how many rows and columns the window moves.</summary>
    public (int Rows, int Columns) Stride { get; init; } = (1, 1);

    /// <summary>The rows and columns of zeros on each side of the image.</summary>
    public (int Rows, int Columns) Padding { get; init; }

    /// <summary>Whether there are columns of zeros before the image only, as where a window is to see what is behind it.</summary>
    public bool IsCausal { get; init; }

    /// <summary>The distance of neighbours in the window.</summary>
    public (int Rows, int Columns) Dilation { get; init; } = (1, 1);

    /// <summary>Filters and channels in so many groups, which have nothing to do with each other.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether the images are rows of pixels, as sequences are.</summary>
    internal bool IsLine => Image.Rows == 1 && Kernel.Rows == 1;

    /// <summary>The vertical axis.</summary>
    internal WindowAxis Rows => new(Image.Rows, Kernel.Rows, Stride.Rows, Padding.Rows, Padding.Rows, Dilation.Rows);

    /// <summary>The horizontal axis.</summary>
    internal WindowAxis Columns => new(Image.Columns, Kernel.Columns, Stride.Columns, Padding.Columns, IsCausal ? 0 : Padding.Columns, Dilation.Columns);

    /// <summary>The places of the window.</summary>
    internal int Taps => Kernel.Rows * Kernel.Columns;

    /// <summary>The channels of a group.</summary>
    internal int GroupChannels => Image.Channels / Groups;

    /// <summary>The filters of a group.</summary>
    internal int GroupFilters => Filters / Groups;

    /// <summary>The numbers of an image within the zeros of the window, with those that a vector may run over.</summary>
    internal int FramedImage => Image.Channels * Phases * PhasePlane + WindowAxis.Line;

    /// <summary>From a phase of a channel to the next.</summary>
    internal int PhasePlane => Apart(Rows.PhaseSize * Columns.PhaseSize);

    /// <summary>The numbers of the output's gradient within zeros, with those before it and those that a vector may run over.</summary>
    internal int FramedOutput => FramedLead + Filters * FramedPlane + WindowAxis.Line;

    /// <summary>Those before it: as many whole cache lines as the window reads before the first row of pixels.</summary>
    internal int FramedLead => Columns.Before <= WindowAxis.Line ? WindowAxis.Line : (Columns.Before + WindowAxis.Line - 1) / WindowAxis.Line * WindowAxis.Line;

    /// <summary>Those of one filter, with zeros for the last vector of a line of short rows.</summary>
    internal int FramedPlane => Apart((Rows.Before + Rows.FramedOutputs) * Columns.FramedRow + (Columns.IsShort ? WindowAxis.Line : 0));

    /// <summary>The numbers of the image's gradient in phases.</summary>
    internal int PhasedImage => Image.Channels * Phases * Rows.Inner * Columns.Inner;

    /// <summary>The places within a stride: an image is kept in as many parts, so that neighbours of a part are a stride apart in the image.</summary>
    internal int Phases => Stride.Rows * Stride.Columns;

    /// <summary>The same places of planes that are an even number of cache lines apart would share a half of the cache's sets or less, and evict each other.</summary>
    private static int Apart(int plane) => plane % (2 * WindowAxis.Line) == 0 ? plane + WindowAxis.Line : plane;
}
