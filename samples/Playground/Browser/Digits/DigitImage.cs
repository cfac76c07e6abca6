using System;
using System.Numerics;

namespace Playground.Browser;

/// <summary>
/// Images as MNIST has them: a digit is scaled into 20 x 20 pixels with its proportions kept, and stands in 28 x 28 with its centre of mass in the middle.
/// </summary>
internal static class DigitImage
{
    public const int Side = 28, Size = Side * Side;

    // The middle of pixel (14, 14): where MNIST's digits have their centre of mass.
    private const float Box = 20, Middle = Side / 2 + 0.5f, PenRadius = 1.15f;

    /// <summary>Draws strokes with a pen of MNIST's width.</summary>
    /// <param name="strokes">Points x, y, in any unit, y downwards; a point of NaN ends a stroke.</param>
    /// <returns>[28 x 28], 1 is ink; blank where there is no point.</returns>
    public static float[] FromStrokes(ReadOnlySpan<float> strokes)
    {
        var image = new float[Size];
        Vector2 least = new(float.PositiveInfinity), most = new(float.NegativeInfinity);
        for (int i = 0; i + 1 < strokes.Length; i += 2)
        {
            if (float.IsNaN(strokes[i]))
                continue;
            var point = new Vector2(strokes[i], strokes[i + 1]);
            least = Vector2.Min(least, point);
            most = Vector2.Max(most, point);
        }

        if (!float.IsFinite(least.X))
            return image;
        float extent = Math.Max(most.X - least.X, most.Y - least.Y);
        float scale = extent > 0 ? (Box - 2 * PenRadius) / extent : 1;
        Vector2 shift = new Vector2(Middle) - scale * (least + most) / 2;
        Draw(strokes, scale, shift, image);
        shift += new Vector2(Middle) - CentreOfMass(image);
        Array.Clear(image);
        Draw(strokes, scale, shift, image);
        return image;
    }

    /// <summary>Moves an image by whole pixels, so that its centre of mass comes to the middle. What leaves the image is lost.</summary>
    /// <param name="image">[28 x 28].</param>
    public static float[] Centred(ReadOnlySpan<float> image)
    {
        Vector2 by = new Vector2(Middle) - CentreOfMass(image);
        return Moved(image, (int)MathF.Round(by.X), (int)MathF.Round(by.Y));
    }

    /// <summary>Moves an image by whole pixels; the edge is blank.</summary>
    public static float[] Moved(ReadOnlySpan<float> image, int right, int down)
    {
        var moved = new float[Size];
        for (int y = Math.Max(0, down); y < Math.Min(Side, Side + down); y++)
        {
            for (int x = Math.Max(0, right); x < Math.Min(Side, Side + right); x++)
                moved[y * Side + x] = image[(y - down) * Side + x - right];
        }

        return moved;
    }

    /// <summary>The centre of mass, where the first pixel reaches from 0 to 1; the middle of a blank image.</summary>
    public static Vector2 CentreOfMass(ReadOnlySpan<float> image)
    {
        float mass = 0;
        Vector2 moment = Vector2.Zero;
        for (int i = 0; i < Size; i++)
        {
            mass += image[i];
            moment += image[i] * new Vector2(i % Side + 0.5f, i / Side + 0.5f);
        }

        return mass > 0 ? moment / mass : new Vector2(Middle);
    }

    private static void Draw(ReadOnlySpan<float> strokes, float scale, Vector2 shift, Span<float> image)
    {
        Vector2? before = null;
        for (int i = 0; i + 1 < strokes.Length; i += 2)
        {
            if (float.IsNaN(strokes[i]))
            {
                before = null;
                continue;
            }

            Vector2 point = scale * new Vector2(strokes[i], strokes[i + 1]) + shift;
            // A fast hand sends many points for each pixel; the last one of a stroke counts.
            if (before is { } last && i + 2 < strokes.Length && !float.IsNaN(strokes[i + 2]) && Vector2.DistanceSquared(last, point) < 1)
                continue;
            Line(before ?? point, point, image);
            before = point;
        }
    }

    /// <summary>A line with a soft edge one pixel wide.</summary>
    private static void Line(Vector2 from, Vector2 to, Span<float> image)
    {
        const float Reach = PenRadius + 1;
        int left = Pixel(Math.Min(from.X, to.X) - Reach), right = Pixel(Math.Max(from.X, to.X) + Reach);
        int top = Pixel(Math.Min(from.Y, to.Y) - Reach), bottom = Pixel(Math.Max(from.Y, to.Y) + Reach);
        Vector2 along = to - from;
        float squared = Math.Max(along.LengthSquared(), 1e-6f);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Vector2 pixel = new Vector2(x + 0.5f, y + 0.5f) - from;
                float distance = (pixel - Math.Clamp(Vector2.Dot(along, pixel) / squared, 0, 1) * along).Length();
                ref float ink = ref image[y * Side + x];
                ink = Math.Max(ink, Math.Clamp(PenRadius + 0.5f - distance, 0, 1));
            }
        }
    }

    private static int Pixel(float position) => Math.Clamp((int)MathF.Floor(position), 0, Side - 1);
}
