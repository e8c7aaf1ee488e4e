//! `chama quote`: tax and limits of an order that is not yet filed.
