using System;
using System.IO;
using System.Linq;
using System.Numerics;
using Playground.Browser;

namespace Playground.Tests.Digits;

public class DigitImageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(560)]
    public void A_drawing_fills_twenty_pixels_whatever_its_size(double size)
    {
        float[] image = DigitImage.FromStrokes(Handwriting.Points(0, size));
        int[] rows = [.. Enumerable.Range(0, 28).Where(y => Enumerable.Range(0, 28).Any(x => image[y * 28 + x] > 0.5f))];
        Assert.InRange(rows[^1] - rows[0] + 1, 19, 21);
    }

    [Fact]
    public void Its_centre_of_mass_is_where_MNIST_has_it()
    {
        foreach (int digit in Enumerable.Range(0, 10))
        {
            Vector2 centre = DigitImage.CentreOfMass(DigitImage.FromStrokes(Handwriting.Points(digit, 100)));
            Assert.InRange(Vector2.Distance(centre, new Vector2(14.5f)), 0, 0.25f);
        }
    }

    [Fact]
    public void It_does_not_matter_where_it_is_drawn()
    {
        float[] strokes = Handwriting.Points(5, 100), moved = [.. strokes.Select(position => position + 37)];
        Assert.Equal(DigitImage.FromStrokes(strokes), DigitImage.FromStrokes(moved), (x, y) => Math.Abs(x - y) < 1e-4);
    }

    [Fact]
    public void A_dot_is_a_dot_and_nothing_is_blank()
    {
        float[] dot = DigitImage.FromStrokes([5, 5, float.NaN, float.NaN]);
        Assert.InRange(dot.Sum(), 2, 12);
        Assert.All(DigitImage.FromStrokes([]), ink => Assert.Equal(0, ink));
    }

    [Fact]
    public void Strokes_do_not_touch_each_other()
    {
        float[] two = DigitImage.FromStrokes([0, 0, 0, 10, float.NaN, float.NaN, 10, 0, 10, 10, float.NaN, float.NaN]);
        Assert.Equal(0, two[14 * 28 + 14]);
        float[] one = DigitImage.FromStrokes([0, 0, 10, 10, float.NaN, float.NaN]);
        Assert.Equal(1, one[14 * 28 + 14]);
    }

    [Fact]
    public void Stored_digits_come_back_from_their_file()
    {
        float[] image = new float[784];
        image[100] = 1;
        var stored = new StoredDigits(StoredDigits.Write([image, new float[784], image], [3, 7, 3]));
        Assert.Equal(3, stored.Count);
        Assert.Equal(image, stored.Image(0).ToArray());
        Assert.Equal(2, stored.Next(3, behind: 0));
        Assert.Equal(0, stored.Next(3, behind: 2));
        Assert.Throws<InvalidDataException>(() => stored.Next(5, behind: -1));
        Assert.Throws<InvalidDataException>(() => new StoredDigits(new byte[784]));
        Assert.Throws<InvalidDataException>(() => new StoredDigits([.. Enumerable.Repeat((byte)10, 785)]));
    }
}
