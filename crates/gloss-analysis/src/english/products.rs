//! Makers and what they make.

use super::word_lists;

word_lists! {
    /// Makers of cars, lorries and aircraft.
    MAKERS = "
        Airbus Audi BMW Bentley Boeing Cadillac Cessna Chevrolet Chrysler Citroën Citroen Dacia
        Ferrari Fiat Ford Honda Hyundai Jaguar Jeep Kia Lamborghini Lexus Maserati Mazda Mercedes
        Mini Mitsubishi Nissan Peugeot Porsche Renault Seat Skoda Subaru Suzuki Tesla Toyota
        Vauxhall Volkswagen Volvo
    ";

    /// Words before a thing.
    DETERMINERS = "a an the his her their my our your another this that one two whose";

    /// Words after the name of a company, which no car or aircraft has.
    COMPANY = "
        factory factories plant plants workers boss bosses board shares engineers group team brand
        dealer dealership company employees staff spokesman bid
    ";
}
