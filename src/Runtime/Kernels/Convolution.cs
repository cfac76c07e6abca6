using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The products of a convolution. A row is a sample, [channels x rows x columns] without gaps, as the caller's stand.</summary>
/// <remarks>
/// A vector runs along a row of pixels: what a place of the window contributes to a row of the result is a row of the image, shifted and multiplied by one weight. So an
/// image needs neither a copy for each place of the window nor another order of its channels, only zeros around it, which <see cref="Frame"/> and
/// <see cref="FrameGradient"/> copy it into. Rows that are short against a vector are one line with the zeros between them. Weights are [filters x (channels of a group, kernel rows, kernel columns)].
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Convolution
{
    /// <summary>The numbers of a row of framed images and of framed gradients.</summary>
    public static (int Image, int Output) FramedSizes(Window window) => (window.FramedImage, window.FramedOutput);

    /// <summary>The images within the zeros of the window, in the phases of its stride.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[rows x channels x image rows x image columns].</param>
    /// <param name="framed">Where they go.</param>
    /// <param name="window">The geometry.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Frame<T>(int rows, Rows<T> x, Rows<T> framed, Window window)
        where T : unmanaged
    {
        if (window.Phases > 1)
            ImagePhases.Split(rows, x, framed, window);
        else
            Copy(
                rows, x, framed, 0, window.Image.Channels, (window.Image.Rows, window.Image.Columns), (window.Rows.PhaseSize, window.Columns.PhaseSize),
                window.PhasePlane, window.Padding);
    }

    /// <summary>The gradient of what came out within zeros, each row of pixels at a cache line unless it is a short one, for the two products of the way back.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">[rows x filters x output rows x output columns].</param>
    /// <param name="framed">Where it goes.</param>
    /// <param name="window">The geometry.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void FrameGradient<T>(int rows, Rows<T> dz, Rows<T> framed, Window window)
        where T : unmanaged
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        Copy(
            rows, dz, framed, window.FramedLead, window.Filters, (vertical.Outputs, horizontal.Outputs),
            (vertical.Before + vertical.FramedOutputs, horizontal.FramedRow), window.FramedPlane, (vertical.Before, 0));
    }

    /// <summary>z[f, i, j] = b[f] + the sum over c, u, v of W[f, c, u, v] x[c, i + u, j + v], with the stride, padding and dilation of the window.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">Framed by <see cref="Frame"/>.</param>
    /// <param name="W">The weights.</param>
    /// <param name="b">[filters].</param>
    /// <param name="z">[rows x filters x output rows x output columns].</param>
    /// <param name="window">The geometry.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> b, Rows<T> z, Window window)
        where T : unmanaged
        => Forward(rows, x, W, default, b, z, window);

    /// <summary>The same without a bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> z, Window window)
        where T : unmanaged
        => Forward(rows, x, W, default, default, z, window);

    /// <summary>The same with sums that are multiplied by s before t is added, both [filters]: normalisation by running statistics is folded in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> s, Rows<T> t, Rows<T> z, Window window)
        where T : unmanaged
    {
        if (Simd.Use512)
            WindowProduct<Lanes512<T>, T>.Forward(rows, x, W, s, t, z, window);
        else
            WindowProduct<LanesAny<T>, T>.Forward(rows, x, W, s, t, z, window);
    }

    /// <summary>
    /// A step of a causal convolution of sequences: z[f] = b[f] + the sum over c, v of W[f, c, v] x[c, t - d (kernel - 1 - v)], of this step and those before it. Where there are none, x is zero.
    /// </summary>
    /// <param name="place">The number of the step, t, from 0.</param>
    /// <param name="x">[1 x channels].</param>
    /// <param name="W">The weights.</param>
    /// <param name="b">[filters].</param>
    /// <param name="ring">[d (kernel - 1) + 1 x channels]: the steps before, each in the place of its number modulo the rows; zeros before the first. This one replaces the oldest.</param>
    /// <param name="taps">Scratch, [channels * kernel], which vectors may run over.</param>
    /// <param name="sums">Scratch, [groups x filters of a group].</param>
    /// <param name="z">[1 x filters].</param>
    /// <param name="window">The geometry.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Step<T>(long place, Rows<T> x, Rows<T> W, Rows<T> b, Rows<T> ring, Rows<T> taps, Rows<T> sums, Rows<T> z, Window window)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            WindowStep<Lanes512<T>, T>.Run(place, x, W, b, ring, taps, sums, z, window);
        else
            WindowStep<LanesAny<T>, T>.Run(place, x, W, b, ring, taps, sums, z, window);
    }

    /// <summary>The same without a bias.</summary>
    public static void Step<T>(long place, Rows<T> x, Rows<T> W, Rows<T> ring, Rows<T> taps, Rows<T> sums, Rows<T> z, Window window)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Step(place, x, W, default, ring, taps, sums, z, window);

    /// <summary>
    /// dx[c, i, j] = b[c] + the sum over f, u, v of W[f, c, u, v] dz[f, i - u, j - v]: the gradient of the images, and what a transposed convolution computes. With a
    /// stride it is left in phases, see <see cref="Join"/>.
    /// </summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">Framed by <see cref="FrameGradient"/>.</param>
    /// <param name="W">The weights.</param>
    /// <param name="b">[channels].</param>
    /// <param name="dx">[rows x channels x image rows x image columns].</param>
    /// <param name="window">The geometry.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(int rows, Rows<T> dz, Rows<T> W, Rows<T> b, Rows<T> dx, Window window)
        where T : unmanaged
        => Backward(rows, dz, W, default, b, dx, window);

    /// <summary>The same without a bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(int rows, Rows<T> dz, Rows<T> W, Rows<T> dx, Window window)
        where T : unmanaged
        => Backward(rows, dz, W, default, default, dx, window);

    /// <summary>The same with sums that are multiplied by s before t is added, both [channels]: normalisation by running statistics is folded in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(int rows, Rows<T> dz, Rows<T> W, Rows<T> s, Rows<T> t, Rows<T> dx, Window window)
        where T : unmanaged
    {
        if (Simd.Use512)
            WindowProduct<Lanes512<T>, T>.Backward(rows, dz, W, s, t, dx, window);
        else
            WindowProduct<LanesAny<T>, T>.Backward(rows, dz, W, s, t, dx, window);
    }

    /// <summary>Images from the phases that <see cref="Backward{T}(int, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/> leaves where there is a stride.</summary>
    public static void Join<T>(int rows, Rows<T> phases, Rows<T> x, Window window)
        where T : unmanaged
        => ImagePhases.Join(rows, phases, x, window);

    /// <summary>dW[f, c, u, v] += the sum over samples, i, j of dz[f, i, j] x[c, i + u, j + v], or dW = that sum, in its share of the filters.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">Framed by <see cref="Frame"/>.</param>
    /// <param name="dz">Framed by <see cref="FrameGradient"/>.</param>
    /// <param name="dW">As the weights.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="share">What of it is computed.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightGradient<T>(int rows, Rows<T> x, Rows<T> dz, Rows<T> dW, Window window, Share share)
        where T : unmanaged
    {
        if (Simd.Use512)
            WindowGradient<Lanes512<T>, T>.Run(rows, x, dz, dW, window, share);
        else
            WindowGradient<LanesAny<T>, T>.Run(rows, x, dz, dW, window, share);
    }

    /// <summary>db[f] += the sum over samples, i, j of dz[f, i, j], or db = that sum, which the first part computes.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">Framed by <see cref="FrameGradient"/>.</param>
    /// <param name="db">[filters].</param>
    /// <param name="window">The geometry.</param>
    /// <param name="share">What of it is computed.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BiasGradient<T>(int rows, Rows<T> dz, Rows<T> db, Window window, Share share)
        where T : unmanaged
        => PlaneGradient(rows, new Rows<T>(ref dz[window.FramedLead], window.FramedPlane * window.Filters, dz.Stride), db, share);

    /// <summary>db[c] += the sum over samples, i, j of dz[c, i, j], or db = that sum, which the first part computes: of planes that stand close together.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">[rows x planes x numbers of a plane].</param>
    /// <param name="db">[planes].</param>
    /// <param name="share">What of it is computed.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PlaneGradient<T>(int rows, Rows<T> dz, Rows<T> db, Share share)
        where T : unmanaged
    {
        if (Simd.Use512)
            PlaneSums<Lanes512<T>, T>.Run(rows, dz, db, share);
        else
            PlaneSums<LanesAny<T>, T>.Run(rows, dz, db, share);
    }

    private static void Copy<T>(
        int rows, Rows<T> x, Rows<T> framed, int lead, int planes, (int Rows, int Columns) inner, (int Rows, int Columns) outer, int plane, (int Row, int Column) first)
        where T : unmanaged
    {
        if (Simd.Use512)
            ImageFrame<Lanes512<T>, T>.Run(rows, x, framed, lead, planes, inner, outer, plane, first);
        else
            ImageFrame<LanesAny<T>, T>.Run(rows, x, framed, lead, planes, inner, outer, plane, first);
    }
}
